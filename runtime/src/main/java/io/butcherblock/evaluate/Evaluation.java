package io.butcherblock.evaluate;

import io.butcherblock.degrade.JpegCompression;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * PSNR and SSIM of a network on a data set.
 *
 * @param network the network's name
 * @param scale the enlargement: 2, 3 or 4
 * @param dataSet the name of the data set
 * @param protocol which samples were compared
 * @param selfEnsemble whether the output was averaged over the eight symmetries of the square
 * @param images the images, at least one
 * @param compression what the low-resolution images were put through; empty if nothing
 * @param degradation what the network was trained for, as {@link
 *     io.butcherblock.degrade.Degradation} names it; empty if for images as they are, or not known
 * @param weights the name of the trained weights on the class path, such as {@code photo-x2}; empty
 *     if the network's are others
 */
public record Evaluation(
    String network,
    int scale,
    String dataSet,
    Protocol protocol,
    boolean selfEnsemble,
    List<EvaluatedImage> images,
    Optional<JpegCompression> compression,
    Optional<String> degradation,
    Optional<String> weights) {

  public Evaluation {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(dataSet, "dataSet");
    Objects.requireNonNull(protocol, "protocol");
    images = List.copyOf(Objects.requireNonNull(images, "images"));
    Objects.requireNonNull(compression, "compression");
    Objects.requireNonNull(degradation, "degradation");
    Objects.requireNonNull(weights, "weights");
  }

  /**
   * An evaluation on low-resolution images as they are, of a network that was trained for such.
   *
   * @param network the network's name
   * @param scale the enlargement: 2, 3 or 4
   * @param dataSet the name of the data set
   * @param protocol which samples were compared
   * @param selfEnsemble whether the output was averaged over the eight symmetries of the square
   * @param images the images, at least one
   */
  public Evaluation(
      String network,
      int scale,
      String dataSet,
      Protocol protocol,
      boolean selfEnsemble,
      List<EvaluatedImage> images) {
    this(
        network,
        scale,
        dataSet,
        protocol,
        selfEnsemble,
        images,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** This evaluation with another name of its data set. */
  public Evaluation withDataSet(String name) {
    Objects.requireNonNull(name, "name");
    return new Evaluation(
        network, scale, name, protocol, selfEnsemble, images, compression, degradation, weights);
  }

  /** The mean PSNR and SSIM of the network's outputs over all images. */
  public PsnrSsim mean() {
    return PsnrSsim.mean(images.stream().map(EvaluatedImage::network).toList());
  }

  /** The mean PSNR and SSIM of bicubic enlargement over all images. */
  public PsnrSsim bicubicMean() {
    return PsnrSsim.mean(images.stream().map(EvaluatedImage::bicubic).toList());
  }
}
