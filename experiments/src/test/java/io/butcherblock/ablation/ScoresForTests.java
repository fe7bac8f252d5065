package io.butcherblock.ablation;

import io.butcherblock.dsl.Layer;
import io.butcherblock.graph.GraphSize;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.LayeredVectorField;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Networks with figures that no network has been trained for. */
final class ScoresForTests {

  private ScoresForTests() {}

  /** A network of one test set with a run for each PSNR. */
  static CandidateScores of(String vectorField, double... psnr) {
    return new CandidateScores(
        new Candidate(
            network(vectorField),
            new NetworkSize(2, new GraphSize(1234, 0, 5_000_000_000L, OptionalInt.of(9))),
            1.25,
            false),
        IntStream.range(0, psnr.length)
            .mapToObj(
                i ->
                    new RunResult(
                        i + 1, 60 + i, 8 + i, List.of(new PsnrSsim(psnr[i], psnr[i] / 40))))
            .toList());
  }

  /** Networks that all were trained to their end. */
  static Ranking ranking(CandidateScores... scores) {
    return new Ranking(List.of(scores), List.of());
  }

  static NetworkSpec network(String vectorField, Layer... layers) {
    return EulerForTests.network(3, 16)
        .withVectorField(new LayeredVectorField(vectorField, layers) {});
  }
}
