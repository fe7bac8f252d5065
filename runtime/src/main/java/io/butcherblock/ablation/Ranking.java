package io.butcherblock.ablation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Networks by their mean score, and the best against each of the others; and those that can not be
 * ranked.
 */
final class Ranking {

  private final List<Standing> standings;
  private final List<Diverged> diverged;

  Ranking(List<Standing> standings, List<Diverged> diverged) {
    this.diverged = diverged;
    this.standings =
        standings.stream()
            .sorted(Comparator.comparing((Standing each) -> each.score().mean()).reversed())
            .toList();
  }

  /** The best first. */
  List<Standing> standings() {
    return standings;
  }

  List<Diverged> diverged() {
    return diverged;
  }

  Standing best() {
    return standings.get(0);
  }

  int seeds() {
    return best().results().size();
  }

  /** One for each but the best, in their order; none if there are too few seeds to tell. */
  List<Difference> differences() {
    if (seeds() < PairedTest.FEWEST_PAIRS) {
      return List.of();
    }
    List<Standing> others = standings.subList(1, standings.size());
    List<PairedTest> tests =
        others.stream().map(other -> PairedTest.of(best().scores(), other.scores())).toList();
    double[] adjusted = Holm.adjust(tests.stream().mapToDouble(PairedTest::p).toArray());
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      differences.add(new Difference(others.get(i).contestant(), tests.get(i), adjusted[i]));
    }
    return differences;
  }
}
