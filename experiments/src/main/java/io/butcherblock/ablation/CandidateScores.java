package io.butcherblock.ablation;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A network with its results, one a seed in the order of seeds.
 *
 * @param results at least one
 */
public record CandidateScores(Candidate candidate, List<RunResult> results) {

  /** Scores; the list is copied. */
  public CandidateScores {
    results = List.copyOf(results);
  }

  /** What it is ranked by, the mean PSNR of each seed in dB. */
  public double[] scores() {
    return values(RunResult::score);
  }

  /** What it is ranked by: the mean over the test sets of their mean PSNR, in dB. */
  public Spread score() {
    return Spread.of(scores());
  }

  /**
   * The PSNR of a test set, in dB.
   *
   * @param testSet its number from 0, in the order of the setup
   */
  public Spread psnr(int testSet) {
    return Spread.of(values(result -> result.tests().get(testSet).psnr()));
  }

  /**
   * The SSIM of a test set, -1 to 1.
   *
   * @param testSet its number from 0, in the order of the setup
   */
  public Spread ssim(int testSet) {
    return Spread.of(values(result -> result.tests().get(testSet).ssim()));
  }

  /** The L1 loss of the last tenth of the steps, of RGB in 0..255. */
  public Spread loss() {
    return Spread.of(values(RunResult::loss));
  }

  /** The time of training in seconds, without validation and tests. */
  public Spread seconds() {
    return Spread.of(values(RunResult::seconds));
  }

  private double[] values(ToDoubleFunction<RunResult> figure) {
    return results.stream().mapToDouble(figure).toArray();
  }
}
