package io.butcherblock.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A program in a process of its own. */
final class ChildProgram {

  private ChildProgram() {}

  /**
   * Runs a class to its end.
   *
   * @param folder to write what it prints to
   * @param options of Java
   * @return the lines that it prints
   */
  static List<String> run(Path folder, List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    List<String> command =
        Stream.of(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.awt.headless=true",
                    // Java 24 and later warn of native code without it; docs/building.md.
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1"),
                options.stream(),
                Stream.of(main.getName()),
                Stream.of(arguments))
            .flatMap(part -> part)
            .toList();
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    assertEquals(0, code, Files.readString(said));
    return Files.readAllLines(said);
  }
}
