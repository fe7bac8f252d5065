package io.butcherblock.benchmarks.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A build of this project's command line, started as the launcher starts it.
 *
 * @param classPath its archive with all that it needs, as Java's option {@code -classpath} takes it
 */
public record Program(String classPath) {

  // As launcher.sh; so are the options below.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "MALLOC_MMAP_THRESHOLD_", "1073741824",
          "MALLOC_TRIM_THRESHOLD_", "4294967296",
          "TORCH_CPP_LOG_LEVEL", "FATAL");

  /** A process that runs a command of it, not yet started. */
  public ProcessBuilder process(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-classpath",
                classPath,
                "io.butcherblock.cli.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(ENVIRONMENT);
    return process;
  }

  /** The time of a command from the start of its process to its end. */
  public ColdStart coldStart(String name, String... arguments) {
    return new ColdStart(name, process(arguments));
  }
}
