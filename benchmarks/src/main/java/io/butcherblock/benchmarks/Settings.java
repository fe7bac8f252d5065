package io.butcherblock.benchmarks;

import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Program;
import io.butcherblock.benchmarks.python.PythonPrograms;
import io.butcherblock.benchmarks.report.Clock;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What benchmarks are run with.
 *
 * @param rounds that count
 * @param threads of each subject
 * @param folder for the time of one benchmark
 * @param examples source folder of the examples
 * @param projectClassPath what a project that declares schemes may have on its class path
 * @param processors the processor with what it needs
 * @param network the only one of those measured that is wanted; empty for all
 * @param python of the subjects that are Python's
 * @param commandLine of this build
 * @param launcher the script that starts it
 * @param base the build that another one is compared with
 * @param changed that other build; empty for this one
 */
record Settings(
    int rounds,
    int threads,
    Path folder,
    Path examples,
    String projectClassPath,
    String processors,
    Optional<String> network,
    PythonPrograms python,
    Program commandLine,
    Path launcher,
    Optional<Program> base,
    Optional<Program> changed) {

  /** A clock that lets tasks run {@code warmUp} times before it counts. */
  Clock clock(String benchmark, int warmUp) {
    return new Clock(benchmark, warmUp, rounds);
  }

  ChildSettings children() {
    return new ChildSettings(threads, folder);
  }
}
