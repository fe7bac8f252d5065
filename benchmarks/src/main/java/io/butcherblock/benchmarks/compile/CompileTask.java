package io.butcherblock.benchmarks.compile;

import io.butcherblock.benchmarks.measure.Folders;
import io.butcherblock.benchmarks.measure.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One compile of a workload, whose output is checked and deleted.
 *
 * @param folder where outputs are written to, each for a moment
 */
record CompileTask(Workload workload, Javac javac, Path folder) implements Task {

  @Override
  public String name() {
    return workload.name();
  }

  @Override
  public double run() throws IOException, InterruptedException {
    Path output = Files.createTempDirectory(folder, "output");
    double milliseconds = javac.compile(workload, output);
    workload.check(output);
    Folders.delete(output);
    return milliseconds;
  }

  @Override
  public boolean warmsUp() {
    return javac.warmsUp();
  }
}
