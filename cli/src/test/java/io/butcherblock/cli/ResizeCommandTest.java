package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.console.StandardStream;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.options.OutputPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResizeCommandTest {

  @TempDir private Path folder;

  @Test
  void aFileIsResizedAndTold() {
    Path in = folder.resolve("in.png");
    Path out = folder.resolve("made/out.png");
    Image image = noise(21, 14);
    ImageFiles.write(image, in);
    CommandLineRun run =
        CommandLineRun.of("resize", in.toString(), "--scale", "1/2", "--out", out.toString());
    assertEquals(
        new CommandLineRun(
            0, in + " (21 x 14 RGB) -> " + out + " (11 x 7 RGB)" + System.lineSeparator(), ""),
        run);
    assertEquals(BicubicResize.downscale(image, 2), ImageFiles.read(out));
  }

  @Test
  void aFolderIsResizedToAFolder() {
    ImageFiles.write(noise(8, 8), folder.resolve("in/b.bmp"));
    ImageFiles.write(noise(8, 8), folder.resolve("in/a.png"));
    Path out = folder.resolve("out");
    CommandLineRun run =
        CommandLineRun.of(
            "resize", folder.resolve("in").toString(), "--scale", "3", "-o", out.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(24, ImageFiles.read(out.resolve("b.png")).width());
    assertEquals(24, ImageFiles.read(out.resolve("a.png")).width());
  }

  /** Rounded as a hand calculator rounds: 21 x 14 has 3 : 2. */
  @Test
  void aSizeMayBeAskedFor() {
    Path in = folder.resolve("in.png");
    ImageFiles.write(noise(21, 14), in);
    for (String[] asked :
        new String[][] {
          {"--width", "100", "100 x 67"},
          {"--height", "7", "11 x 7"},
          {"--to", "30x30", "30 x 20"},
          {"--to", "30X8", "12 x 8"},
          {"--scale", "2.5", "53 x 35"}
        }) {
      Path out = folder.resolve("out.png");
      CommandLineRun run = CommandLineRun.of("resize", "" + in, asked[0], asked[1], "-o", "" + out);
      assertEquals(0, run.code(), run.err());
      assertTrue(run.out().contains("out.png (" + asked[2] + " RGB)"), run.out());
    }
    CommandLineRun none = CommandLineRun.of("resize", "" + in, "-o", folder + "/none.png");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("--to=WxH"), none.err());
    assertTrue(none.err().contains("--scale=S"), none.err());
    CommandLineRun huge =
        CommandLineRun.of("resize", "" + in, "--scale", "999999", "-o", folder + "/none.png");
    assertEquals(1, huge.code());
    assertTrue(huge.err().contains("larger than any image here may be"), huge.err());
  }

  @Test
  void anImageThatWouldBeTooLargeIsNamedAndTheOthersAreResized() {
    ImageFiles.write(noise(2, 200), folder.resolve("in/tall.png"));
    ImageFiles.write(noise(200, 2), folder.resolve("in/wide.png"));
    Path out = folder.resolve("out");
    CommandLineRun run =
        CommandLineRun.of("resize", folder + "/in", "--width", "3000", "-o", "" + out);
    assertEquals(1, run.code());
    assertTrue(run.err().contains("tall.png: An image of 2 x 200, resized to"), run.err());
    assertEquals(30, ImageFiles.read(out.resolve("wide.png")).height());
  }

  /** Into a folder whose name is that of the format, without a dot. */
  @Test
  void aFolderIsWrittenInTheFormatThatIsAskedFor() throws IOException {
    ImageFiles.write(noise(8, 8), folder.resolve("in/b.bmp"));
    Path out = folder.resolve("webp");
    CommandLineRun run =
        CommandLineRun.of(
            "resize", folder + "/in", "--width", "4", "-o", "" + out, "--format", "webp");
    assertEquals(0, run.code(), run.err());
    assertEquals(4, ImageFiles.read(out.resolve("b.webp")).width());
    CommandLineRun file =
        CommandLineRun.of(
            "resize", folder + "/in/b.bmp", "--width", "4", "-o", "x.png", "--format", "jpg");
    assertEquals(1, file.code());
    assertTrue(file.err().contains("The ending of x.png says its format"), file.err());
  }

  /** In cameras' folders a picture often lies as JPEG and as another format. */
  @Test
  void imagesThatShareANameKeepTheirEndings() throws IOException {
    for (String name : List.of("one.jpg", "ONE.png", "two.png")) {
      ImageFiles.write(noise(8, 8), folder.resolve("in").resolve(name));
    }
    Files.createDirectories(folder.resolve("in/sub"));
    Files.createDirectories(folder.resolve("in/.hidden"));
    Path out = folder.resolve("out");
    CommandLineRun run =
        CommandLineRun.of("resize", folder + "/in", "--scale", "2", "-o", "" + out);
    assertEquals(0, run.code(), run.err());
    try (Stream<Path> files = Files.list(out)) {
      assertEquals(
          List.of("ONE.png.png", "one.jpg.png", "two.png"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(
        "Not looked into: the folder of " + folder + "/in, sub." + System.lineSeparator(),
        run.err());
  }

  /** A path does not keep the slash by which a person says that it is to be a folder. */
  @Test
  void aNameWithASlashAtItsEndIsAFolderThoughThereIsNoneYet() {
    Path in = folder.resolve("in.bmp");
    ImageFiles.write(noise(8, 8), in);
    String out = folder.resolve("new/folder") + "/";
    CommandLineRun run = CommandLineRun.of("resize", in.toString(), "--scale", "3", "-o", out);
    assertEquals(0, run.code(), run.err());
    assertEquals(24, ImageFiles.read(folder.resolve("new/folder/in.png")).width());
    CommandLineRun file =
        CommandLineRun.of("resize", in.toString(), "--scale", "3", "-o", in + "/", "--overwrite");
    assertEquals(1, file.code());
    assertTrue(file.err().contains("in.bmp is a file, not a folder"), file.err());
  }

  @Test
  void aFolderThatIsNamedAsStandardOutputIsAFolder() {
    OutputPlace.Converter converter = new OutputPlace.Converter();
    assertEquals(new OutputPlace(Path.of("./-"), true), converter.convert("-/"));
    assertEquals(new OutputPlace(StandardStream.NAME, false), converter.convert("-"));
  }

  @Test
  void anEmptyFolderAndAMissingFileAreToldInOneSentence() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    for (String name : new String[] {"empty", "missing.png"}) {
      Path out = folder.resolve("never");
      CommandLineRun run =
          CommandLineRun.of(
              "resize", folder.resolve(name).toString(), "--scale", "2", "-o", out.toString());
      assertEquals(1, run.code());
      assertTrue(run.err().contains(name), run.err());
      assertEquals(1, run.err().lines().count());
      assertFalse(Files.exists(out));
    }
  }

  /** Through files: the values of a ramp of 16 bits, and that JPEG has 8 is told in a line. */
  @Test
  void sixteenBitsAreKeptOrTold() throws IOException {
    short[] ramp = new short[400];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (short) (1000 + 100 * i);
    }
    Path in = folder.resolve("ramp.png");
    ImageFiles.write(Image.of(400, 1, 1, ramp), in);
    for (String name : List.of("large.png", "large.tif")) {
      Path out = folder.resolve(name);
      CommandLineRun run =
          CommandLineRun.of("resize", in.toString(), "--scale", "2", "--out", out.toString());
      assertEquals(0, run.code(), run.err());
      assertEquals("", run.err());
      assertEquals(1000 + 100 * 99 + 75, ImageFiles.read(out).sample(200, 0, 0), 1);
    }
    Path out = folder.resolve("large.jpg");
    CommandLineRun run =
        CommandLineRun.of("resize", in.toString(), "--scale", "2", "--out", out.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(
        "note: not kept: 16-bit samples (JPEG has 8 bits) of " + in + System.lineSeparator(),
        run.err());
  }

  @Test
  void qualityIsChosenAndRefusedWhereThereIsNone() throws IOException {
    Path in = folder.resolve("in.png");
    ImageFiles.write(noise(64, 48), in);
    long size = 0;
    for (String quality : List.of("5", "50", "100")) {
      for (String ending : List.of("jpg", "webp")) {
        Path out = folder.resolve(quality + "." + ending);
        CommandLineRun run =
            CommandLineRun.of(
                "resize",
                in.toString(),
                "--scale",
                "2",
                "-o",
                out.toString(),
                "--quality",
                quality);
        assertEquals(0, run.code(), run.err());
        assertEquals(128, ImageFiles.read(out).width());
      }
      assertTrue(Files.size(folder.resolve(quality + ".webp")) > size);
      size = Files.size(folder.resolve(quality + ".webp"));
    }
    Path out = folder.resolve("never.png");
    CommandLineRun run =
        CommandLineRun.of(
            "resize", in.toString(), "--scale", "2", "-o", out.toString(), "--quality", "50");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("with a --quality: PNG keeps every pixel"), run.err());
    run =
        CommandLineRun.of(
            "resize", in.toString(), "--scale", "2", "-o", out.toString(), "--quality", "0");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("'0' is not a whole number from 1 to 100"), run.err());
    assertFalse(Files.exists(out));
  }

  static Image noise(int width, int height) {
    byte[] samples = new byte[width * height * 3];
    new Random(width * 31L + height).nextBytes(samples);
    return Image.of(width, height, 3, samples);
  }
}
