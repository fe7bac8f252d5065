package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images read from standard input and written to standard output. */
class PipedImagesTest {

  @TempDir private Path folder;

  private Path in;
  private Path out;
  private Path err;
  private Path temporary;

  @BeforeEach
  void image() throws IOException {
    in = folder.resolve("in.png");
    out = folder.resolve("out");
    err = folder.resolve("err");
    temporary = Files.createDirectory(folder.resolve("temporary"));
    byte[] noise = new byte[12 * 9 * 3];
    new Random(1).nextBytes(noise);
    ImageFiles.write(Image.of(12, 9, 3, noise), in);
  }

  @Test
  void whatGoesThroughIsWhatFilesBecome() throws Exception {
    Path file = folder.resolve("file.png");
    assertEquals(
        0, CommandLineRun.of("resize", in.toString(), "--scale", "2", "--out", "" + file).code());
    assertEquals(0, run(in, out, "resize - --scale 2 --out -"));
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(out));
    assertEquals(
        List.of("standard input (12 x 9 RGB) -> standard output (24 x 18 RGB)"),
        Files.readAllLines(err));
  }

  @Test
  void upscaleAsWell() throws Exception {
    assertEquals(0, run(in, out, "upscale - --scale 2 --out - --format tif"));
    Path tif = Files.move(out, folder.resolve("out.tif"));
    assertEquals("24 x 18", ImageFiles.size(tif).toString());
    String said = Files.readString(err);
    assertTrue(said.contains("since standard input is not compressed with loss"), said);
  }

  @Test
  void onlyOneOfBoth() throws Exception {
    Path file = folder.resolve("half.png");
    assertEquals(0, run(in, out, "resize - --scale 2 --out " + file));
    assertTrue(Files.readString(out).startsWith("standard input (12 x 9 RGB) -> "));
    assertEquals("24 x 18", ImageFiles.size(file).toString());
    assertEquals(0, run(in, out, "resize " + in + " --scale 2 --out -"));
    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(out));
  }

  @Test
  void inputThatIsNoImage() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "no image");
    assertSaid(1, run(text, out, "resize - --scale 2 --out -"), "standard input");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertSaid(1, run(empty, out, "upscale - --out -"), "standard input");
    assertEquals(0, Files.size(out));
  }

  @Test
  void inputOfMoreBytesThanAnImageHas() throws Exception {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "This system has no device without end.");
    assertSaid(1, run(zero, out, "resize - --scale 2 --out - --max-megapixels 1"), "more bytes");
  }

  @Test
  void outputThatIsLost() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "This system has no device that is full.");
    assertEquals(1, run(in, full, "resize - --scale 2 --out -"));
    String said = Files.readString(err);
    assertTrue(said.contains("butcherblock: Cannot write standard output: "), said);
  }

  @Test
  void wrongUsage() throws Exception {
    assertSaid(1, run(in, out, "resize " + in + " --scale 2 --out x.png --format jpg"), "--format");
    assertSaid(2, run(in, out, "upscale - - --out " + folder), "once");
    Path two = Files.createDirectory(folder.resolve("two"));
    Files.copy(in, two.resolve("a.png"));
    Files.copy(in, two.resolve("b.png"));
    assertSaid(2, run(in, out, "resize " + two + " --scale 2 --out -"), "one image");
  }

  private void assertSaid(int expected, int code, String part) throws IOException {
    List<String> lines = Files.readAllLines(err);
    assertEquals(expected, code, lines::toString);
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(lines.size() - 1).startsWith("butcherblock: "), lines::toString);
    assertTrue(lines.get(lines.size() - 1).contains(part), lines::toString);
  }

  /** Runs the program; nothing is left in the folder for temporary files. */
  private int run(Path input, Path output, String command) throws Exception {
    Process process =
        new ProcessBuilder(
                MainProcess.command(
                    List.of("-Djava.io.tmpdir=" + temporary), List.of(command.split(" "))))
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(err.toFile())
            .start();
    int code = MainProcess.ended(process);
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(
          List.of(),
          left.filter(path -> path.getFileName().toString().startsWith("butcher")).toList());
    }
    return code;
  }
}
