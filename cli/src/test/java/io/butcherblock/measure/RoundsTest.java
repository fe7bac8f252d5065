package io.butcherblock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final List<String> done = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @Test
  void everyRoundReversesTheOrder() throws Exception {
    run(0, 2, comparison("a", true), comparison("b", true));
    assertEquals(List.of("a", "peer a", "b", "peer b", "peer a", "a", "peer b", "b"), done);
  }

  @Test
  void timesGoToTheirTaskAndTheWarmUpToNone() throws Exception {
    // The n-th task takes n ms: 1 to 6 warm up; a, its peer, its peer, a.
    ComparisonResult result = run(3, 2, comparison("a", true)).get(0);
    assertEquals(List.of(7.0, 10.0), result.subjects().get(0).sample().all());
    assertEquals(List.of(8.0, 9.0), result.peer().all());
    assertEquals(1, result.subjects().get(0).ratio());
  }

  @Test
  void whatStartsColdIsNotWarmedUp() throws Exception {
    TimedComparison cold = comparison("a", false);
    run(3, 1, cold);
    assertEquals(List.of("a", "peer a"), done);
    assertEquals(2 + 2 * 4, new Rounds(3, 1).runs(List.of(cold, comparison("b", true))));
  }

  @Test
  void aTaskComparedWithItselfKeepsTheTimesOfEachTime() throws Exception {
    TimedTask same = new Counting("a", true);
    ComparisonResult result = run(0, 1, new TimedComparison("twice", same, List.of(same))).get(0);
    assertEquals(List.of(1.0), result.subjects().get(0).sample().all());
    assertEquals(List.of(2.0), result.peer().all());
  }

  @Test
  void aPeerMayBeAlone() throws Exception {
    TimedTask alone = new Counting("a", true);
    ComparisonResult result = run(1, 1, new TimedComparison("alone", alone, List.of())).get(0);
    assertEquals(List.of(2.0), result.peer().all());
    assertEquals(List.of(result.peer()), result.samples());
  }

  @Test
  void theListenerKnowsTheRoundAndWhatIsDone() throws Exception {
    run(1, 2, comparison("a", true));
    assertEquals(List.of("-1:0", "-1:1", "0:2", "0:3", "1:4", "1:5", "1:6"), told);
  }

  private List<ComparisonResult> run(int warmUp, int rounds, TimedComparison... comparisons)
      throws IOException, InterruptedException {
    return new Rounds(warmUp, rounds)
        .compare(List.of(comparisons), (round, count) -> told.add(round + ":" + count));
  }

  private TimedComparison comparison(String name, boolean warmsUp) {
    return new TimedComparison(
        name, new Counting("peer " + name, warmsUp), List.of(new Counting(name, warmsUp)));
  }

  /** Takes as many milliseconds as tasks were done before, itself counted. */
  private final class Counting implements TimedTask {

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
  }
}
