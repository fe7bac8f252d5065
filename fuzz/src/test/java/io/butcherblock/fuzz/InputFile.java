package io.butcherblock.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The file that a target reads its input from, alone in a folder of its own. */
final class InputFile {

  private final Path file;

  /** A file of a name, in a new folder that goes with the process. */
  InputFile(String name) throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    file = folder.resolve(name);
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
  }

  /** Reads what was written, somehow. */
  @FunctionalInterface
  interface Reader {
    void read(Path file) throws IOException;
  }

  /** Lets a reader have the input, and checks that it changed and left nothing. */
  void giveTo(Reader reader, byte[] input) throws IOException {
    Files.write(file, input);
    try {
      reader.read(file);
    } finally {
      checkNothingWritten(input);
    }
  }

  private void checkNothingWritten(byte[] input) throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      List<Path> all = files.toList();
      if (!all.equals(List.of(file)) || !Arrays.equals(Files.readAllBytes(file), input)) {
        throw new AssertionError("A reader wrote: " + all);
      }
    }
  }
}
