package io.butcherblock.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own. */
final class MainProcess {

  /** For a machine that does much else; seconds. */
  static final long PATIENCE = 300;

  private static final String NATIVES = "org.bytedeco.javacpp.platform.extension";

  private MainProcess() {}

  /**
   * Starts it.
   *
   * @param output the file for what it prints to either stream
   * @param variables of its environment, in addition to ours
   */
  static Process start(Path output, Map<String, String> variables, List<String> arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command(List.of(), arguments))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    return builder.start();
  }

  /**
   * The command that starts it.
   *
   * @param options of Java, in addition to those by which processes of tests start soon
   */
  static List<String> command(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    // As the launcher does: Java 24 and later warn of native code without it.
    command.add("--enable-native-access=ALL-UNNAMED");
    // As the build sets it for its tests, and the launcher for the program.
    command.add("-D%s=%s".formatted(NATIVES, System.getProperty(NATIVES, "")));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    return command;
  }

  /** The exit code; -1 if it does not end. */
  static int ended(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
