package io.butcherblock.benchmarks.process;

import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A process from its start to its end, a new one each time. */
public record ColdStart(String name, ProcessBuilder process) implements TimedTask {

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if it ends with another status than 0, with what it printed
   */
  @Override
  public double run() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process started = process.redirectErrorStream(true).start();
    String messages = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = started.waitFor();
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    if (status != 0) {
      throw new IllegalStateException(name + " ended with status " + status + ": " + messages);
    }
    return milliseconds;
  }
}
