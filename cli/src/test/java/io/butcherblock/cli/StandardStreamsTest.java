package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process does whose output is lost, or that is ended while it writes. */
class StandardStreamsTest {

  @TempDir private Path folder;

  /** A name that begins as an option does; the process' own folder is where it lies. */
  @Test
  void aFileThatLooksLikeAnOptionIsTold() throws Exception {
    Path file = Files.createTempFile(Path.of(""), "-x", ".png");
    try {
      for (String command : List.of("resize %s --scale 2 --out y.png", "schemes %s")) {
        CommandLineRun run = CommandLineRun.of(command.formatted(file).split(" "));
        assertEquals(2, run.code());
        String said =
            "'" + file + "' is taken for an option; to name the file, write './" + file + "'.";
        assertTrue(run.err().contains(said), run.err());
        assertEquals(1, run.err().lines().count());
      }
    } finally {
      Files.delete(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"schemes", "networks", "inspect heun", "--help", "resize --help", ""})
  void outputThatIsLostIsAFailure(String command) throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "This system has no device that is full.");
    Process process = start(full, command);
    String err;
    try (InputStream stream = process.getErrorStream()) {
      err = new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    assertEquals(1, MainProcess.ended(process));
    assertTrue(err.startsWith("butcherblock: Cannot write standard output: "), err);
    assertEquals(1, err.lines().count(), err);
  }

  @Test
  void aProcessThatIsEndedWhileItWritesLeavesNothing() throws Exception {
    Path in = folder.resolve("in.png");
    byte[] noise = new byte[1500 * 1500 * 3];
    new Random(1).nextBytes(noise);
    ImageFiles.write(Image.of(1500, 1500, 3, noise), in);
    Path out = Files.createDirectory(folder.resolve("out"));
    Process process = start(null, "resize " + in + " --scale 3 --out " + out);
    while (list(out).isEmpty() && process.isAlive()) {
      Thread.sleep(5);
    }
    List<Path> writing = list(out);
    process.destroy();
    assertFalse(MainProcess.ended(process) == 0, "it was too fast: " + writing);
    assertEquals(1, writing.size());
    assertEquals(List.of(), list(out));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Process start(Path output, String command) throws IOException {
    List<String> words = command.isEmpty() ? List.of() : List.of(command.split(" "));
    ProcessBuilder builder = new ProcessBuilder(MainProcess.command(List.of(), words));
    builder.redirectOutput(
        output == null
            ? ProcessBuilder.Redirect.DISCARD
            : ProcessBuilder.Redirect.to(output.toFile()));
    return builder.start();
  }
}
