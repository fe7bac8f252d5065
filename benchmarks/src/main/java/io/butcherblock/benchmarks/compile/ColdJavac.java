package io.butcherblock.benchmarks.compile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** javac as a new process, from its start to its end. */
record ColdJavac(CompilePaths paths) implements Javac {

  private static final String COMMAND =
      Path.of(System.getProperty("java.home"), "bin", "javac").toString();

  @Override
  public double compile(CompileInput input, Path output) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(COMMAND));
    command.addAll(paths.options(input, output));
    input.sources().forEach(source -> command.add(source.toString()));
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    if (status != 0 || !messages.isEmpty()) {
      throw new IllegalStateException(input.name() + ": " + messages);
    }
    return milliseconds;
  }

  @Override
  public boolean warmsUp() {
    return false;
  }
}
