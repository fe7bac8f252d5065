package io.butcherblock.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is compared.
 *
 * <p>Every workload has the processor on its processor path, so that a peer pays for finding and
 * loading it too: the ratio shows the work on the schemes.
 *
 * @param mix the 100 schemes
 */
record CompileBenchmark(List<SchemeSource> mix, List<Comparison> comparisons) {

  private static final int COUNT = 100;

  /** Gragg's of order 10 is measured by itself: one copy of it would outweigh all others. */
  private static final int HIGHEST_OF_MIX = 8;

  private static final List<String> ALONE = List.of("Euler", "CooperVerner8", "Gragg10");

  /**
   * Writes the sources.
   *
   * @param folder where to; stays as long as the benchmark runs
   */
  static CompileBenchmark prepare(Catalogue catalogue, CompilePaths paths, Path folder)
      throws IOException {
    List<SchemeSource> mix = catalogue.mix(COUNT, HIGHEST_OF_MIX);
    Workload schemes = Workload.ofSchemes("100 schemes", mix, folder.resolve("schemes"));
    Workload empty = Workload.ofEmptyTypes("100 empty types", COUNT, folder.resolve("empty"));
    Workload one = Workload.ofEmptyTypes("1 empty type", 1, folder.resolve("one"));
    Javac warm = new WarmJavac(paths);
    Javac cold = new ColdJavac(paths);
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(new Comparison("the schemes", schemes, empty, warm));
    comparisons.add(new Comparison("javac alone", schemes.with(Processing.NONE), empty, warm));
    comparisons.add(new Comparison("processor alone", schemes.with(Processing.ONLY), empty, warm));
    comparisons.add(new Comparison("nothing annotated", empty, empty.with(Processing.NONE), warm));
    comparisons.add(new Comparison("twice the same", empty, empty, warm));
    List<Workload> alone = new ArrayList<>();
    for (String name : ALONE) {
      alone.add(Workload.ofSchemes(name, catalogue.only(name), folder.resolve(name)));
    }
    alone.forEach(scheme -> comparisons.add(new Comparison("warm", scheme, one, warm)));
    alone.forEach(scheme -> comparisons.add(new Comparison("cold", scheme, one, cold)));
    return new CompileBenchmark(mix, comparisons);
  }

  /** The mix in words: how many of each kind and order. */
  String mixText() {
    return MixText.of(mix);
  }
}
