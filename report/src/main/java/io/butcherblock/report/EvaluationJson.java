package io.butcherblock.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.files.Json;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.util.List;

/**
 * Evaluations as JSON; PSNR in dB, infinite for equal images and then the text {@code Infinity}.
 */
public final class EvaluationJson {

  private EvaluationJson() {}

  /** An array with an object for each evaluation. */
  public static String of(List<Evaluation> evaluations) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    evaluations.forEach(evaluation -> write(evaluation, array.addObject()));
    return Json.lines(array);
  }

  private static void write(Evaluation evaluation, ObjectNode object) {
    object.put("network", evaluation.network());
    evaluation.weights().ifPresent(name -> object.put("weights", name));
    object.put("scale", evaluation.scale());
    object.put("data_set", evaluation.dataSet());
    evaluation.degradation().ifPresent(name -> object.put("trained_for", name));
    evaluation
        .compression()
        .ifPresent(jpeg -> object.put("low_resolution_images", "through " + jpeg));
    object.put("protocol", evaluation.protocol().named(evaluation.scale()));
    object.put("grey", Protocol.GREY_STACKED);
    object.put("self_ensemble", evaluation.selfEnsemble());
    ArrayNode images = object.putArray("images");
    for (EvaluatedImage image : evaluation.images()) {
      ObjectNode node = images.addObject().put("name", image.name());
      write(image.network(), image.bicubic(), node);
    }
    write(evaluation.mean(), evaluation.bicubicMean(), object.putObject("mean"));
  }

  private static void write(PsnrSsim network, PsnrSsim bicubic, ObjectNode node) {
    node.put("psnr", network.psnr()).put("ssim", network.ssim());
    node.put("bicubic_psnr", bicubic.psnr()).put("bicubic_ssim", bicubic.ssim());
  }
}
