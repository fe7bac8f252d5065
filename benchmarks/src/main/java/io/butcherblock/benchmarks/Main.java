package io.butcherblock.benchmarks;

import io.butcherblock.files.WholeFile;
import io.butcherblock.report.Progress;
import io.butcherblock.report.ProgressDisplay;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures, prints a table and writes it with every single time as JSON. */
@Command(name = "benchmark", description = "Measures what the annotation processor costs.")
final class Main implements Callable<Integer> {

  /** After these, times of single compiles no longer fall from round to round. */
  private static final int WARM_UP = 4;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BENCHMARK", description = "What to measure: ${COMPLETION-CANDIDATES}.")
  private Benchmark benchmark;

  @Option(names = "--examples", required = true, description = "Source folder of the examples.")
  private Path examples;

  @Option(names = "--processors", required = true, description = "Path of the processor.")
  private String processors;

  @Option(names = "--out", required = true, description = "The JSON file to write.")
  private Path out;

  @Option(names = "--rounds", required = true, description = "How often each pair is measured.")
  private int rounds;

  /** The benchmarks by name. */
  enum Benchmark {
    compile
  }

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    WholeFile.checkPlace(out);
    if (rounds < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "The number of rounds must be 1 or more, not " + rounds + ".");
    }
    if (isHere("io.butcherblock.processor.ButcherblockProcessor")) {
      throw new IllegalStateException(
          "The processor is on the class path of the benchmark, from where javac takes it warm.");
    }
    Path folder = Files.createTempDirectory(out.toAbsolutePath().getParent(), "compile");
    try {
      Report report = measured(folder);
      WholeFile.writeText(out, report.json());
      System.out.println(report.text());
      System.out.println("All times are in " + out.normalize() + ".");
      return CommandLine.ExitCode.OK;
    } finally {
      Rounds.delete(folder);
    }
  }

  private static boolean isHere(String className) {
    return Main.class.getResource("/" + className.replace('.', '/') + ".class") != null;
  }

  private Report measured(Path folder) throws Exception {
    CompileBenchmark compile =
        CompileBenchmark.prepare(
            Catalogue.read(examples), CompilePaths.withProcessors(processors), folder);
    List<Comparison> comparisons = compile.comparisons();
    String begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    Machine before = Machine.now();
    PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
    Rounds run = new Rounds(comparisons, folder);
    List<PairedTimes> times;
    try (Progress progress =
        ProgressDisplay.onStandardError(err)
            .start(benchmark.name(), "pairs", 0, run.pairs(WARM_UP, rounds))) {
      times = run.run(WARM_UP, rounds, progress);
    }
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      results.add(Result.of(comparisons.get(i), times.get(i)));
    }
    return new Report(begun, before, Machine.now(), rounds, compile.mixText(), results);
  }
}
