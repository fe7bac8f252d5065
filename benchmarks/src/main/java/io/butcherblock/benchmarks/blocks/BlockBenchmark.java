package io.butcherblock.benchmarks.blocks;

import io.butcherblock.benchmarks.report.Findings;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link BlockJmh}; JMH shows its progress on standard error. */
public final class BlockBenchmark {

  private static final int FORKS = 2;
  private static final int WARM_UP = 3;

  private BlockBenchmark() {}

  /** Runs it with {@code rounds} iterations of a second in each of the forks. */
  public static Findings measure(int rounds) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(BlockJmh.class.getName())
            .forks(FORKS)
            .warmupIterations(WARM_UP)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(rounds)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("-Xmx1g", "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0")
            .shouldFailOnError(true)
            .build();
    PrintStream err = new PrintStream(System.err, true, Charset.defaultCharset());
    Collection<RunResult> results =
        new Runner(options, OutputFormatFactory.createFormatInstance(err, VerboseMode.NORMAL))
            .run();
    List<BlockFindings.Row> rows = new ArrayList<>();
    results.forEach(result -> rows.add(row(result)));
    rows.sort(
        Comparator.comparing(BlockFindings.Row::scheme)
            .thenComparing(BlockFindings.Row::direction)
            .thenComparing(BlockFindings.Row::writing));
    return new BlockFindings(
        "%s feature maps of %sx%s, 1 thread, %s forks of %s iterations of 1 s"
            .formatted(BlockJmh.CHANNELS, BlockJmh.SIDE, BlockJmh.SIDE, FORKS, rounds),
        rows);
  }

  private static BlockFindings.Row row(RunResult run) {
    Result<?> time = run.getPrimaryResult();
    return new BlockFindings.Row(
        run.getParams().getParam(BlockJmh.SCHEME),
        time.getLabel(),
        run.getParams().getParam(BlockJmh.WRITING),
        time.getScore(),
        time.getScoreError());
  }
}
