package io.butcherblock.benchmarks;

import io.butcherblock.benchmarks.process.Program;
import io.butcherblock.benchmarks.python.PythonPrograms;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.benchmarks.report.Folders;
import io.butcherblock.benchmarks.report.MachineState;
import io.butcherblock.benchmarks.report.Report;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.WholeFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures, prints a table and writes it with every single time as JSON. */
@Command(name = "benchmark", description = "Measures; see benchmarks/README.md.")
final class Main implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BENCHMARK", description = "What to measure: ${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Option(names = "--examples", required = true, description = "Source folder of the examples.")
  private Path examples;

  @Option(names = "--launcher", required = true, description = "Script that starts the program.")
  private Path launcher;

  @Option(names = "--launcher-jar", required = true, description = "Archive of the command line.")
  private Path launcherJar;

  @Option(
      names = "--project-class-path",
      required = true,
      description = "File with the class path of the command line, without its archive.")
  private Path projectClassPath;

  @Option(
      names = "--base",
      description = "Class path of a build that another is compared with, by 'builds'.")
  private String base;

  @Option(
      names = "--changed",
      description = "Class path of that other build; this one, if it is not given.")
  private String changed;

  @Option(
      names = "--network",
      description = "The one network that 'inference' measures; all, if it is not given.")
  private String network;

  @Option(
      names = "--python",
      description = "Python with PyTorch; python3 or the system's, if it is not given.")
  private String python;

  @Option(names = "--processors", required = true, description = "Path of the processor.")
  private String processors;

  @Option(names = "--out", required = true, description = "Folder of the JSON files to write.")
  private Path out;

  @Option(names = "--rounds", required = true, description = "How often each task is timed.")
  private int rounds;

  @Option(
      names = "--threads",
      description = "Threads of each subject; 0, the default: all processors.")
  private int threads;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (thrown, command, parsed) -> {
              // A sentence where we know what is wrong, all that is known elsewhere.
              if (thrown instanceof ButcherblockException
                  || thrown instanceof IllegalStateException) {
                command.getErr().println("benchmark: " + thrown.getMessage());
              } else {
                thrown.printStackTrace(command.getErr());
              }
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  @Override
  public Integer call() throws Exception {
    atLeast("rounds", 1, rounds);
    atLeast("threads", 0, threads);
    for (Kind one : kind.each()) {
      Path file = out.resolve(one.name() + ".json");
      WholeFile.checkPlace(file);
      Report report = measured(one);
      WholeFile.writeText(file, report.json());
      System.out.println(one.name() + ": " + report.text());
      System.out.println("All times are in " + file.normalize() + ".\n");
    }
    return CommandLine.ExitCode.OK;
  }

  private void atLeast(String what, int least, int number) {
    if (number < least) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "The number of %s must be %s or more, not %s.".formatted(what, least, number));
    }
  }

  /** A Maven property that is not set is empty. */
  private static Optional<String> given(String property) {
    return Optional.ofNullable(property).filter(value -> !value.isBlank());
  }

  private Report measured(Kind one) throws Exception {
    Path folder = Files.createTempDirectory(out.toAbsolutePath(), one.name());
    String classPath = Files.readString(projectClassPath).strip();
    Settings settings =
        new Settings(
            rounds,
            threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
            folder,
            examples,
            classPath,
            processors,
            given(network),
            PythonPrograms.named(given(python)),
            new Program(launcherJar + File.pathSeparator + classPath),
            launcher,
            given(base).map(Program::new),
            given(changed).map(Program::new));
    String begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    MachineState before = MachineState.now();
    Findings findings = one.measure(settings);
    Report report = new Report(one.name(), begun, before, MachineState.now(), rounds, findings);
    // What a run or a program that fails has left tells why.
    if (!findings.namesFiles()) {
      Folders.delete(folder);
    }
    return report;
  }
}
