package io.butcherblock.benchmarks.limit;

import io.butcherblock.benchmarks.report.Cells;
import io.butcherblock.measure.ComparisonResult;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the machine can do.
 *
 * @param copyGigabytesPerSecond bytes read and bytes written, both counted, in 10^9 a second
 * @param convolutions the times behind the rates
 */
public record Limit(
    String convolution,
    List<Rate> rates,
    double copyGigabytesPerSecond,
    ComparisonResult convolutions,
    ComparisonResult copy) {

  /** The rate of one layout. */
  public record Rate(String layout, double gigaflopPerSecond) {}

  /** The fastest layout: what a network of such convolutions can at most reach. */
  public Rate best() {
    return rates.stream().max(Comparator.comparingDouble(Rate::gigaflopPerSecond)).orElseThrow();
  }

  public String text() {
    return convolution
        + " (GFLOP/s): "
        + rates.stream()
            .map(rate -> rate.layout() + " " + Cells.number(0, rate.gigaflopPerSecond()))
            .collect(Collectors.joining("; "))
        + "; copy "
        + Cells.number(1, copyGigabytesPerSecond)
        + " GB/s\n";
  }
}
