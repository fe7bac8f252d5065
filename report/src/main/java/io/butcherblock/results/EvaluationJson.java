package io.butcherblock.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.files.Json;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Evaluations as JSON; PSNR in dB, infinite for equal images and then the text {@code Infinity}.
 */
public final class EvaluationJson {

  /**
   * What is known of an evaluated network besides its name.
   *
   * @param weightsFile where its weights come from; empty if from the class path
   * @param parameters how many it has; empty if it cannot be counted
   * @param macs multiply-accumulates for an output of 1280 x 720; empty if they cannot be counted
   */
  public record Network(Optional<Path> weightsFile, OptionalLong parameters, OptionalLong macs) {

    /** Nothing is known. */
    public static final Network UNKNOWN =
        new Network(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());

    private void write(ObjectNode object) {
      weightsFile.ifPresent(file -> object.put("weights_file", file.toString()));
      parameters.ifPresent(count -> object.put("parameters", count));
      macs.ifPresent(count -> object.put("macs", count));
    }
  }

  private EvaluationJson() {}

  /** An array with an object for each evaluation. */
  public static String of(List<Evaluation> evaluations) {
    return of(evaluations, Network.UNKNOWN);
  }

  /** The same, and each object says what is known of the network that all are evaluations of. */
  public static String of(List<Evaluation> evaluations, Network network) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    evaluations.forEach(evaluation -> write(evaluation, network, array.addObject()));
    return Json.lines(array);
  }

  private static void write(Evaluation evaluation, Network network, ObjectNode object) {
    object.put("network", evaluation.network());
    evaluation.weights().ifPresent(name -> object.put("weights", name));
    network.write(object);
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
