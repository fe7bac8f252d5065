package io.butcherblock.benchmarks;

import io.butcherblock.benchmarks.measure.Clock;
import io.butcherblock.benchmarks.process.ChildSettings;
import java.nio.file.Path;

/**
 * What benchmarks are run with.
 *
 * @param rounds that count
 * @param threads of each subject
 * @param folder for the time of one benchmark
 * @param examples source folder of the examples
 * @param launcherJar the archive of the examples
 * @param projectClassPath what a project has that declares schemes: the runtime with what it needs
 * @param processors the processor with what it needs
 */
record Settings(
    int rounds,
    int threads,
    Path folder,
    Path examples,
    Path launcherJar,
    String projectClassPath,
    String processors) {

  /** A clock that lets tasks run {@code warmUp} times before it counts. */
  Clock clock(String benchmark, int warmUp) {
    return new Clock(benchmark, warmUp, rounds);
  }

  ChildSettings children() {
    return new ChildSettings(threads, folder);
  }
}
