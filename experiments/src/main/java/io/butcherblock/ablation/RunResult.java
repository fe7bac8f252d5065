package io.butcherblock.ablation;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.results.LearningCurves;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of a network trained with a seed.
 *
 * @param seconds of training
 * @param loss mean L1 loss of the last tenth of the steps, RGB in 0..255
 * @param tests the means over each test set, in their order
 */
public record RunResult(long seed, double seconds, double loss, List<PsnrSsim> tests) {

  private static final String FILE = "result.json";
  private static final Set<String> NOT_FINITE = Set.of("Infinity", "-Infinity", "NaN");
  private static final String ADVICE = "remove it to test that network anew";

  /** A result; the list is copied. */
  public RunResult {
    tests = List.copyOf(tests);
  }

  /** The mean over the test sets of their mean PSNR: what networks are ranked by. */
  public double score() {
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
    JsonNode node = Json.read(file, ADVICE);
    List<PsnrSsim> tests = new ArrayList<>();
    for (JsonNode test : node.path("tests")) {
      tests.add(new PsnrSsim(number(test, "psnr", file), number(test, "ssim", file)));
    }
    if (tests.isEmpty() || !node.path("seed").isIntegralNumber()) {
      throw damaged(file, tests.isEmpty() ? "tests" : "seed");
    }
    return Optional.of(
        new RunResult(
            node.path("seed").asLong(),
            number(node, "seconds", file),
            number(node, "loss", file),
            tests));
  }

  /** As {@link Json} writes it: a PSNR can be infinite, and a loss that nobody logged is NaN. */
  private static double number(JsonNode node, String field, Path file) {
    JsonNode number = node.path(field);
    if (!number.isNumber() && !NOT_FINITE.contains(number.asText())) {
      throw damaged(file, field);
    }
    return Double.parseDouble(number.asText());
  }

  private static ButcherblockException damaged(Path file, String field) {
    return new ButcherblockException(
        "Cannot read " + file + ": it does not say " + field + "; " + ADVICE + ".");
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
