package io.butcherblock.ablation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A network with its results, one a seed in the order of seeds.
 *
 * @param results at least one
 */
record CandidateScores(Candidate candidate, List<RunResult> results) {

  CandidateScores {
    results = List.copyOf(results);
  }

  /** What it is ranked by, of each seed. */
  double[] scores() {
    return values(RunResult::score);
  }

  Spread score() {
    return Spread.of(scores());
  }

  Spread psnr(int testSet) {
    return Spread.of(values(result -> result.tests().get(testSet).psnr()));
  }

  Spread ssim(int testSet) {
    return Spread.of(values(result -> result.tests().get(testSet).ssim()));
  }

  Spread loss() {
    return Spread.of(values(RunResult::loss));
  }

  /** The time of training. */
  Spread seconds() {
    return Spread.of(values(RunResult::seconds));
  }

  private double[] values(ToDoubleFunction<RunResult> figure) {
    return results.stream().mapToDouble(figure).toArray();
  }
}
