package io.butcherblock.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.charts.CurvePlot;
import io.butcherblock.files.RunLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The curves of a run, read from its log.
 *
 * @param name the run's name in a legend
 * @param lossSteps the steps of {@code loss}
 * @param loss mean L1 loss, RGB in 0..255
 * @param validationSteps the steps of {@code psnr}
 * @param validationSeconds the times of {@code psnr}, in seconds of training
 * @param psnr validation PSNR in dB
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn, and never compared.
public record LearningCurves(
    String name,
    double[] lossSteps,
    double[] loss,
    double[] validationSteps,
    double[] validationSeconds,
    double[] psnr) {

  private static final int LOSS_WINDOW = 5;

  /** Reads the log that a {@link io.butcherblock.run.RunWriter} wrote. */
  public static LearningCurves read(String name, Path log) {
    List<JsonNode> records = RunLog.read(log);
    List<JsonNode> losses = new ArrayList<>();
    List<JsonNode> validations = new ArrayList<>();
    for (JsonNode node : records) {
      // The recipe says in words what the loss is.
      if (node.path("loss").isNumber()) {
        losses.add(node);
      }
      if (node.has("validation_psnr")) {
        validations.add(node);
      }
    }
    return new LearningCurves(
        name,
        column(losses, RunLog.STEP),
        column(losses, "loss"),
        column(validations, RunLog.STEP),
        column(validations, "seconds"),
        column(validations, "validation_psnr"));
  }

  private static double[] column(List<JsonNode> records, String field) {
    return records.stream().mapToDouble(node -> node.path(field).asDouble()).toArray();
  }

  /** Writes a picture: validation PSNR if there is some, else the training loss. */
  void write(Path file, RunSubject subject) {
    if (psnr.length > 0) {
      psnr("Validation of " + subject.title(), List.of(this)).write(file);
    } else {
      new CurvePlot("Training of " + subject.title(), "steps", "L1 loss (0..255)")
          .curve("training loss", lossSteps, CurvePlot.movingAverage(loss, LOSS_WINDOW))
          .write(file);
    }
  }

  /** Validation PSNR of some runs against their training time, in one picture. */
  public static CurvePlot psnr(String title, List<LearningCurves> runs) {
    CurvePlot plot = new CurvePlot(title, "training time (s)", "validation PSNR (dB)");
    for (LearningCurves run : runs) {
      plot.curve(run.name(), run.validationSeconds(), run.psnr(), run.validationSteps());
    }
    return plot;
  }

  /** Validation PSNR of some runs against their steps, in one picture. */
  public static CurvePlot psnrOverSteps(String title, List<LearningCurves> runs) {
    CurvePlot plot = new CurvePlot(title, "steps", "validation PSNR (dB)");
    runs.forEach(run -> plot.curve(run.name(), run.validationSteps(), run.psnr()));
    return plot;
  }
}
