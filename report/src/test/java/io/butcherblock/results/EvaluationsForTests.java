package io.butcherblock.results;

import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.util.List;
import java.util.stream.IntStream;

/** Evaluations of images that nobody has enlarged. */
public final class EvaluationsForTests {

  private EvaluationsForTests() {}

  /** Of images 1, 2 and so on: bicubic has 30 dB of each, and the network so much more. */
  public static Evaluation of(String dataSet, double... gains) {
    List<EvaluatedImage> images =
        IntStream.range(0, gains.length)
            .mapToObj(
                i ->
                    new EvaluatedImage(
                        "image" + (i + 1),
                        new PsnrSsim(30 + gains[i], 0.95),
                        new PsnrSsim(30, 0.875)))
            .toList();
    return new Evaluation(
        "euler-for-tests", 2, dataSet, Protocol.benchmark(2), /* selfEnsemble= */ true, images);
  }

  /** Of an image that both enlarge exactly. */
  public static Evaluation exact(String dataSet) {
    PsnrSsim exact = new PsnrSsim(Double.POSITIVE_INFINITY, 1);
    return new Evaluation(
        "euler-for-tests",
        2,
        dataSet,
        Protocol.benchmark(2),
        /* selfEnsemble= */ false,
        List.of(new EvaluatedImage("flat", exact, exact)));
  }
}
