package io.butcherblock.benchmarks.compile;

import io.butcherblock.benchmarks.report.Folders;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One compile of an input, whose output is checked and deleted.
 *
 * @param folder where outputs are written to, each for a moment
 */
record CompileTask(CompileInput input, Javac javac, Path folder) implements TimedTask {

  @Override
  public String name() {
    return input.name();
  }

  @Override
  public double run() throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(folder, "output");
    double milliseconds = javac.compile(input, output);
    input.check(output);
    Folders.delete(output);
    return milliseconds;
  }

  @Override
  public boolean warmsUp() {
    return javac.warmsUp();
  }
}
