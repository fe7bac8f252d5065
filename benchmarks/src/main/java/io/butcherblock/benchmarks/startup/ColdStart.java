package io.butcherblock.benchmarks.startup;

import io.butcherblock.benchmarks.measure.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A process from its start to its end. */
record ColdStart(String name, List<String> command) implements Task {

  @Override
  public double run() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    if (status != 0) {
      throw new IllegalStateException(name + " ended with status " + status + ": " + messages);
    }
    return milliseconds;
  }
}
