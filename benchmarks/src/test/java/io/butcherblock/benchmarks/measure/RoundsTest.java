package io.butcherblock.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.report.Progress;
import io.butcherblock.report.ProgressDisplay;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<String> done = new ArrayList<>();

  @Test
  void everyRoundTurnsTheOrder() throws Exception {
    run(0, 2, comparison("a", true), comparison("b", true));
    assertEquals(List.of("a", "peer a", "b", "peer b", "peer a", "a", "peer b", "b"), done);
  }

  @Test
  void timesGoToTheirTaskAndTheWarmUpToNone() throws Exception {
    // The n-th task takes n ms: 1 to 6 warm up; a, its peer, its peer, a.
    Result result = run(3, 2, comparison("a", true)).get(0);
    assertEquals(List.of(7.0, 10.0), result.subjects().get(0).sample().all());
    assertEquals(List.of(8.0, 9.0), result.peer().all());
    assertEquals(1, result.subjects().get(0).ratio());
  }

  @Test
  void whatStartsColdIsNotWarmedUp() throws Exception {
    Comparison cold = comparison("a", false);
    run(3, 1, cold);
    assertEquals(List.of("a", "peer a"), done);
    assertEquals(2 + 2 * 4, new Rounds(List.of(cold, comparison("b", true))).tasks(3, 1));
  }

  @Test
  void aTaskHeldAgainstAnEqualOneKeepsItsOwnTimes() throws Exception {
    Comparison twice = new Comparison("twice", new Counting("a", true), subjects("a", true));
    Result result = run(0, 1, twice).get(0);
    assertEquals(List.of(1.0), result.subjects().get(0).sample().all());
    assertEquals(List.of(2.0), result.peer().all());
  }

  @Test
  void aPeerMayBeAlone() throws Exception {
    Result result = run(1, 1, new Comparison("alone", new Counting("a", true), List.of())).get(0);
    assertEquals(List.of(2.0), result.peer().all());
    assertEquals(List.of(result.peer()), result.samples());
  }

  private static List<Result> run(int warmUp, int rounds, Comparison... comparisons)
      throws IOException, InterruptedException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    try (Progress progress = new ProgressDisplay(nowhere, 0).start("test", "tasks", 0, 1)) {
      return new Rounds(List.of(comparisons)).run(warmUp, rounds, progress);
    }
  }

  private Comparison comparison(String name, boolean warmsUp) {
    return new Comparison(name, new Counting("peer " + name, warmsUp), subjects(name, warmsUp));
  }

  private List<Task> subjects(String name, boolean warmsUp) {
    return List.of(new Counting(name, warmsUp));
  }

  /** Takes as many milliseconds as tasks were done before, itself counted. */
  private final class Counting implements Task {

    private final String name;
    private final boolean warmsUp;

    Counting(String name, boolean warmsUp) {
      this.name = name;
      this.warmsUp = warmsUp;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public double run() {
      done.add(name);
      return done.size();
    }

    @Override
    public boolean warmsUp() {
      return warmsUp;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Counting that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
