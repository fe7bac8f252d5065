package io.butcherblock.ablation;

import io.butcherblock.dsl.Layer;
import io.butcherblock.metrics.Quality;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.LayeredDerivative;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Networks with figures that no network has been trained for. */
final class StandingsForTests {

  private StandingsForTests() {}

  /** A network of one test set with a run for each PSNR. */
  static Standing of(String derivative, double... psnr) {
    return new Standing(
        new Contestant(network(derivative), new NetworkSize(1234, 5_000_000_000L, 9), 1.25, false),
        IntStream.range(0, psnr.length)
            .mapToObj(
                i -> new RunResult(i + 1, 60, 8 + i, List.of(new Quality(psnr[i], psnr[i] / 40))))
            .toList());
  }

  /** Networks that all were trained to their end. */
  static Ranking ranking(Standing... standings) {
    return new Ranking(List.of(standings), List.of());
  }

  static NetworkSpec network(String derivative, Layer... layers) {
    return EulerForTests.network(3, 16)
        .withDerivative(new LayeredDerivative(derivative, layers) {});
  }
}
