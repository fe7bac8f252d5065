package io.butcherblock.ablation;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.files.Json;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.report.LearningCurves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a network trained with a seed.
 *
 * @param seconds of training
 * @param loss mean L1 loss of the last tenth of the steps, RGB in 0..255
 * @param tests the means over each test set, in their order
 */
record RunResult(long seed, double seconds, double loss, List<PsnrSsim> tests) {

  private static final String FILE = "result.json";

  RunResult {
    tests = List.copyOf(tests);
  }

  /** The mean over the test sets of their mean PSNR: what networks are ranked by. */
  double score() {
    return PsnrSsim.mean(tests).psnr();
  }

  /** Written when the run is done and not before, so that a run with this file is done. */
  void write(Path run) {
    Json.write(run.resolve(FILE), this);
  }

  /** The result of a run that is done; empty if it is not. */
  static Optional<RunResult> read(Path run) {
    Path file = run.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode node = Json.read(file, "remove it to test that network anew");
    List<PsnrSsim> tests = new ArrayList<>();
    for (JsonNode test : node.path("tests")) {
      tests.add(new PsnrSsim(test.path("psnr").asDouble(), test.path("ssim").asDouble()));
    }
    return Optional.of(
        new RunResult(
            node.path("seed").asLong(),
            node.path("seconds").asDouble(),
            node.path("loss").asDouble(),
            tests));
  }

  /** The mean loss of the last tenth of the steps. */
  static double finalLoss(LearningCurves curves) {
    double[] steps = curves.lossSteps();
    double sum = 0;
    double counted = 0;
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] > 0.9 * steps[steps.length - 1]) {
        double since = steps[i] - (i == 0 ? 0 : steps[i - 1]);
        sum += since * curves.loss()[i];
        counted += since;
      }
    }
    return sum / counted;
  }
}
