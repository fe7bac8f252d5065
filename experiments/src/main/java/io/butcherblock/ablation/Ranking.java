package io.butcherblock.ablation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Networks by their mean score, and the best against each of the others; and those that cannot be
 * ranked.
 */
final class Ranking {

  private final List<CandidateScores> scores;
  private final List<Diverged> diverged;

  Ranking(List<CandidateScores> scores, List<Diverged> diverged) {
    this.diverged = diverged;
    this.scores =
        scores.stream()
            .sorted(Comparator.comparing((CandidateScores each) -> each.score().mean()).reversed())
            .toList();
  }

  /** The best first. */
  List<CandidateScores> scores() {
    return scores;
  }

  List<Diverged> diverged() {
    return diverged;
  }

  CandidateScores best() {
    return scores.get(0);
  }

  int seeds() {
    return best().results().size();
  }

  /** Whether all scores are numbers that can be subtracted: equal images have an infinite PSNR. */
  boolean isFinite() {
    return scores.stream()
        .flatMapToDouble(each -> DoubleStream.of(each.scores()))
        .allMatch(Double::isFinite);
  }

  /** One for each but the best, in their order; none if there are too few seeds to tell. */
  List<Difference> differences() {
    if (seeds() < PairedTest.FEWEST_PAIRS || !isFinite()) {
      return List.of();
    }
    List<CandidateScores> others = scores.subList(1, scores.size());
    List<PairedTest> tests =
        others.stream().map(other -> PairedTest.of(best().scores(), other.scores())).toList();
    double[] adjusted = Holm.adjust(tests.stream().mapToDouble(PairedTest::p).toArray());
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      differences.add(new Difference(others.get(i).candidate(), tests.get(i), adjusted[i]));
    }
    return differences;
  }
}
