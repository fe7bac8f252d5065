package io.butcherblock.benchmarks.compile;

import io.butcherblock.benchmarks.compile.CompileFindings.SchemeCost;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.measure.ComparisonResult;
import io.butcherblock.measure.TimedComparison;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is compared.
 *
 * <p>Every input has the processor on its processor path, so that a peer pays for finding and
 * loading it too: the ratio shows the work on the schemes.
 *
 * @param mix the 100 schemes
 */
record CompileBenchmark(List<SchemeSource> mix, List<Pair> pairs) {

  private static final int COUNT = 100;

  /** Gragg's of order 10 is measured by itself: one copy of it would outweigh all others. */
  private static final int HIGHEST_OF_MIX = 8;

  private static final List<String> ALONE = List.of("Euler", "CooperVerner8", "Gragg10");

  /** Two inputs under the same javac. */
  record Pair(String name, CompileTask subject, CompileTask peer) {

    TimedComparison comparison() {
      return new TimedComparison(name, peer, List.<TimedTask>of(subject));
    }
  }

  /**
   * Writes the sources.
   *
   * @param folder where to; stays as long as the benchmark runs
   */
  static CompileBenchmark prepare(SchemeSources catalogue, CompilePaths paths, Path folder)
      throws IOException {
    List<SchemeSource> mix = catalogue.mix(COUNT, HIGHEST_OF_MIX);
    CompileInput schemes = CompileInput.ofSchemes("100 schemes", mix, folder.resolve("schemes"));
    CompileInput empty =
        CompileInput.ofEmptyTypes("100 empty types", COUNT, folder.resolve("empty"));
    CompileInput one = CompileInput.ofEmptyTypes("1 empty type", 1, folder.resolve("one"));
    Javac warm = new WarmJavac(paths);
    Javac cold = new ColdJavac(paths);
    List<Pair> pairs = new ArrayList<>();
    pairs.add(pair("the schemes", schemes, empty, warm, folder));
    pairs.add(pair("javac alone", schemes.with(Processing.NONE), empty, warm, folder));
    pairs.add(pair("processor alone", schemes.with(Processing.ONLY), empty, warm, folder));
    pairs.add(pair("nothing annotated", empty, empty.with(Processing.NONE), warm, folder));
    pairs.add(pair("twice the same", empty, empty, warm, folder));
    List<CompileInput> alone = new ArrayList<>();
    for (String name : ALONE) {
      alone.add(CompileInput.ofSchemes(name, catalogue.only(name), folder.resolve(name)));
    }
    alone.forEach(scheme -> pairs.add(pair("warm", scheme, one, warm, folder)));
    alone.forEach(scheme -> pairs.add(pair("cold", scheme, one, cold, folder)));
    return new CompileBenchmark(mix, pairs);
  }

  private static Pair pair(
      String name, CompileInput subject, CompileInput peer, Javac javac, Path folder) {
    return new Pair(
        name, new CompileTask(subject, javac, folder), new CompileTask(peer, javac, folder));
  }

  Findings measure(Clock clock) throws IOException, InterruptedException {
    List<ComparisonResult> results = clock.time(pairs.stream().map(Pair::comparison).toList());
    List<SchemeCost> costs = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      costs.add(SchemeCost.of(results.get(i), pairs.get(i).subject().input().schemes()));
    }
    return new CompileFindings(mixText(), costs);
  }

  /** The mix in words: how many of each kind and order. */
  String mixText() {
    return MixText.of(mix);
  }
}
