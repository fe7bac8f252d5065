package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A class of the tests run in a process of its own, as a program of a user's that has this library
 * on its class path.
 *
 * @param out the lines of standard output
 * @param err the lines of standard error
 */
record ChildJvm(List<String> out, List<String> err) {

  static ChildJvm run(Path folder, Class<?> main, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-XX:TieredStopAtLevel=1",
                // What Java 24 and later want of a program with native code; docs/building.md.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // Of the shell that runs the tests: Java tells on standard error that it has read them; and of
    // the build, which silences LibTorch.
    builder
        .environment()
        .keySet()
        .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "TORCH_CPP_LOG_LEVEL"));
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    ChildJvm child = new ChildJvm(Files.readAllLines(out), Files.readAllLines(err));
    assertEquals(0, code, child.toString());
    return child;
  }
}
