package io.butcherblock.check;

import io.butcherblock.device.Precision;
import io.butcherblock.throughput.MatrixRate;
import io.butcherblock.throughput.Measured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What to think of a throughput: a share of the matrix rate above 1 is right up to some bound, and
 * beyond it a sign that other work slowed the products of matrices down.
 */
final class ThroughputRemarks {

  /** Winograd's algorithm F(4x4, 3x3) multiplies 36 times instead of 144. */
  private static final double MOST_OF_WINOGRAD = 4;

  private ThroughputRemarks() {}

  static List<String> of(CheckResult result) {
    List<String> remarks = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      MatrixRate rate = result.matrixRate().get(precision);
      if (rate != null && rate.isDisturbed()) {
        remarks.add(
            String.format(
                Locale.ROOT,
                "The matrix rate in %s varied from %.3f to %.3f TFLOP/s: something else slowed this"
                    + " machine down, so figures of throughput are uncertain; measure again while"
                    + " nothing else runs.",
                precision,
                rate.worst() / 1e12,
                rate.best() / 1e12));
      }
    }
    result.throughput().stream()
        .filter(measured -> result.shareOfMatrixRate(measured) > 1)
        .max(Comparator.comparingDouble(result::shareOfMatrixRate))
        .ifPresent(measured -> remarks.add(above(measured, result.shareOfMatrixRate(measured))));
    return remarks;
  }

  private static String above(Measured measured, double share) {
    return share <= MOST_OF_WINOGRAD
        ? "More than 100 % of the matrix rate is possible, for fewer operations are done than"
            + " counted: Winograd's algorithm saves up to three quarters of the multiplications,"
            + " and inference folds convolutions."
        : String.format(
            Locale.ROOT,
            "%s: %.0f %% of the matrix rate is more than Winograd's algorithm can save, so"
                + " something else slowed the products of matrices down; measure again while"
                + " nothing else runs.",
            measured.workload().name(),
            100 * share);
  }
}
