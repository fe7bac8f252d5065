package io.butcherblock.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.report.Progress;
import io.butcherblock.report.ProgressDisplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsTest {

  @TempDir private Path folder;

  private final List<String> compiled = new ArrayList<>();

  @Test
  void everyRoundTurnsTheOrder() throws Exception {
    run(0, 2, comparison("a", 0), comparison("b", 0));
    assertEquals(List.of("a", "peer a", "b", "peer b", "peer a", "a", "peer b", "b"), compiled);
  }

  @Test
  void timesGoToTheirSideAndTheWarmUpToNone() throws Exception {
    // The n-th compile takes n ms: 1 to 6 warm up; a, its peer, its peer, a.
    List<PairedTimes> times = run(3, 2, comparison("a", 0));
    assertEquals(List.of(new PairedTimes(List.of(7.0, 10.0), List.of(8.0, 9.0))), times);
  }

  @Test
  void whatStartsColdIsNotWarmedUp() throws Exception {
    Javac cold =
        new Javac() {
          @Override
          public double compile(Workload workload, Path output) {
            compiled.add(workload.name());
            return 1;
          }

          @Override
          public boolean warmsUp() {
            return false;
          }
        };
    Comparison comparison = new Comparison("a", workload("a", 0), workload("peer a", 0), cold);
    run(3, 1, comparison);
    assertEquals(List.of("a", "peer a"), compiled);
    assertEquals(5, new Rounds(List.of(comparison, comparison("b", 0)), folder).pairs(3, 1));
  }

  @Test
  void aCompileThatGeneratesNothingIsNotMeasured() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> run(0, 1, comparison("a", 5)));
    assertEquals("a: 0 blocks were generated, not 5.", thrown.getMessage());
  }

  @Test
  void leavesNoOutput() throws Exception {
    run(1, 1, comparison("a", 0));
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private List<PairedTimes> run(int warmUp, int rounds, Comparison... comparisons)
      throws IOException, InterruptedException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try (Progress progress = new ProgressDisplay(nowhere, 0).start("test", "pairs", 0, 1)) {
      return new Rounds(List.of(comparisons), folder).run(warmUp, rounds, progress);
    }
  }

  private Comparison comparison(String name, int schemes) {
    return new Comparison(
        name, workload(name, schemes), workload("peer " + name, 0), this::compile);
  }

  private static Workload workload(String name, int schemes) {
    return new Workload(name, List.of(), schemes, Processing.FULL);
  }

  private double compile(Workload workload, Path output) throws IOException {
    Files.writeString(output.resolve("written"), "");
    compiled.add(workload.name());
    return compiled.size();
  }
}
