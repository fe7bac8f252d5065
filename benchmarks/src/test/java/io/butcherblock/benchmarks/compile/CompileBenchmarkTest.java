package io.butcherblock.benchmarks.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real inputs, each compiled once: what the benchmark measures must work. */
class CompileBenchmarkTest {

  @TempDir private Path folder;

  private CompileBenchmark benchmark;

  @BeforeEach
  void prepare() throws Exception {
    SchemeSources catalogue = SchemeSources.read(Path.of("../examples/src/main/java"));
    String classPath = System.getProperty("java.class.path");
    benchmark = CompileBenchmark.prepare(catalogue, CompilePaths.of(classPath, classPath), folder);
  }

  @Test
  void theMixIsHundredSchemesOfOrdersUpTo8() {
    List<SchemeSource> mix = benchmark.mix();
    assertEquals(100, mix.stream().map(SchemeSource::name).distinct().count());
    assertEquals(1, mix.stream().mapToInt(SchemeSource::order).min().orElseThrow());
    assertEquals(8, mix.stream().mapToInt(SchemeSource::order).max().orElseThrow());
    assertTrue(benchmark.mixText().startsWith("Runge-Kutta "), benchmark::mixText);
    assertTrue(mix.stream().anyMatch(scheme -> !scheme.isRungeKutta()), benchmark::mixText);
  }

  @Test
  void everyWorkloadCompiles() throws Exception {
    for (CompileBenchmark.Pair pair : benchmark.pairs()) {
      assertTrue(pair.subject().run() > 0);
      assertTrue(pair.peer().run() > 0);
    }
  }
}
