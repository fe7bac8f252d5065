package io.butcherblock.evaluate;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.upscale.Upscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Compares what a network makes of low-resolution images with the originals, by PSNR and SSIM. */
public final class Evaluator {

  /** Receives the progress of an evaluation. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called after each image, in the thread that evaluates.
     *
     * @param image its PSNR and SSIM
     * @param done how many images are done, this one included
     * @param all how many images there are
     */
    void imageDone(EvaluatedImage image, int done, int all);
  }

  private final Upscaler upscaler;
  private final Protocol protocol;

  /**
   * Makes an evaluator.
   *
   * @param upscaler enlarges the low-resolution images; stays the caller's
   * @param protocol which samples are compared
   */
  public Evaluator(Upscaler upscaler, Protocol protocol) {
    this.upscaler = Objects.requireNonNull(upscaler, "upscaler");
    this.protocol = Objects.requireNonNull(protocol, "protocol");
  }

  /**
   * Enlarges and compares all images.
   *
   * @param pairs images of the upscaler's scale
   * @param listener called after each image, in this thread
   * @return a result for each image, in the order of {@code pairs}
   * @throws ButcherblockException if an image cannot be read or is too small for the protocol
   */
  public List<EvaluatedImage> evaluate(List<ImagePair> pairs, Listener listener) {
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(listener, "listener");
    List<EvaluatedImage> images = new ArrayList<>();
    for (ImagePair pair : pairs) {
      DecodedPair loaded = pair.load();
      PsnrSsim bicubic = bicubic(pair.name(), loaded);
      EvaluatedImage image =
          new EvaluatedImage(pair.name(), network(loaded, (done, all) -> {}), bicubic);
      images.add(image);
      listener.imageDone(image, images.size(), pairs.size());
    }
    return images;
  }

  /**
   * The mean PSNR and SSIM of the network's outputs.
   *
   * @param pairs images of the upscaler's scale
   * @throws ButcherblockException if an image is too small for the protocol
   */
  public PsnrSsim mean(List<DecodedPair> pairs) {
    Objects.requireNonNull(pairs, "pairs");
    return PsnrSsim.mean(pairs.stream().map(pair -> network(pair, (done, all) -> {})).toList());
  }

  /**
   * The mean PSNR and SSIM of the network's outputs.
   *
   * @param pairs images of the upscaler's scale
   * @param stop asked after each tile whether to give up
   * @return empty if it was given up
   * @throws ButcherblockException if an image is too small for the protocol
   */
  public Optional<PsnrSsim> mean(List<DecodedPair> pairs, BooleanSupplier stop) {
    return mean(pairs, stop, first -> {});
  }

  /**
   * The mean PSNR and SSIM of the network's outputs.
   *
   * @param pairs images of the upscaler's scale
   * @param stop asked after each tile whether to give up
   * @param first given the network's output for the first image
   * @return empty if it was given up
   * @throws ButcherblockException if an image is too small for the protocol
   */
  public Optional<PsnrSsim> mean(
      List<DecodedPair> pairs, BooleanSupplier stop, Consumer<Image> first) {
    Objects.requireNonNull(pairs, "pairs");
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(first, "first");
    List<PsnrSsim> qualities = new ArrayList<>();
    try {
      for (DecodedPair pair : pairs) {
        Image large = upscaler.upscale(stacked(pair.lr()), (done, all) -> Stopped.throwIf(stop));
        if (qualities.isEmpty()) {
          first.accept(large);
        }
        qualities.add(ImageQuality.compare(large, pair.hr(), protocol));
      }
    } catch (Stopped e) {
      return Optional.empty();
    }
    return Optional.of(PsnrSsim.mean(qualities));
  }

  /** Leaves an image of which not all tiles are done. */
  private static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static void throwIf(BooleanSupplier stop) {
      if (stop.getAsBoolean()) {
        throw new Stopped();
      }
    }
  }

  /**
   * PSNR and SSIM of bicubic enlargement of a low-resolution image.
   *
   * @param name what the image is called if it is refused
   * @param pair an image of the upscaler's scale
   * @throws ButcherblockException if the image is too small for the protocol
   */
  public PsnrSsim bicubic(String name, DecodedPair pair) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(pair, "pair");
    try {
      return bicubic(pair, upscaler.scale(), protocol);
    } catch (ButcherblockException e) {
      throw e.within(name);
    }
  }

  /**
   * PSNR and SSIM of bicubic enlargement of a low-resolution image.
   *
   * @param pair an image of the given scale
   * @param scale the enlargement: 2, 3 or 4
   * @param protocol which samples are compared
   * @throws ButcherblockException if the image is too small for the protocol
   */
  public static PsnrSsim bicubic(DecodedPair pair, int scale, Protocol protocol) {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(protocol, "protocol");
    Image large = BicubicResize.upscale(stacked(pair.lr()), scale);
    return ImageQuality.compare(large, pair.hr(), protocol);
  }

  /**
   * PSNR and SSIM of the network's output for a low-resolution image.
   *
   * @param pair an image of the upscaler's scale
   * @param tiles called after each tile, in this thread
   * @throws ButcherblockException if the image is too small for the protocol
   */
  public PsnrSsim network(DecodedPair pair, Upscaler.Listener tiles) {
    Objects.requireNonNull(pair, "pair");
    Objects.requireNonNull(tiles, "tiles");
    return ImageQuality.compare(upscaler.upscale(stacked(pair.lr()), tiles), pair.hr(), protocol);
  }

  /** Grey images are stacked to RGB before both ways of enlarging, as the networks take them. */
  private static Image stacked(Image lr) {
    return lr.toRgb();
  }
}
