package io.butcherblock.train;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.degrade.JpegCompression;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.upscale.Upscaler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The images that a training run is validated on, by {@link
 * io.butcherblock.metrics.Protocol#benchmark}.
 *
 * @param pairs decoded images, or the middle of large ones
 * @param heldOut the training images among them, which are not trained on
 * @param scale the enlargement: 2, 3 or 4
 * @param compression what the low-resolution images of {@code pairs} went through; empty if nothing
 */
public record Validation(
    List<DecodedPair> pairs,
    List<ImagePair> heldOut,
    int scale,
    Optional<JpegCompression> compression) {

  /**
   * Images as they are.
   *
   * @param pairs decoded images, or the middle of large ones
   * @param heldOut the training images among them, which are not trained on
   * @param scale the enlargement: 2, 3 or 4
   */
  public Validation(List<DecodedPair> pairs, List<ImagePair> heldOut, int scale) {
    this(pairs, heldOut, scale, Optional.empty());
  }

  private static final int ONE_IN = 20;
  private static final int MOST = 8;
  private static final int FEWEST_TO_HOLD_OUT = 10;
  private static final int SSIM_WINDOW = 11;

  /**
   * Side, in LR pixels, of the middle of a held-out image: validation is to take little of the
   * run's time.
   */
  private static final int MIDDLE = 128;

  /**
   * Loads images that are not training images, without those of one color.
   *
   * @param pairs images of the given scale, used whole
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if an image cannot be read or is too small to be compared
   */
  public static Validation of(List<ImagePair> pairs, int scale) {
    for (ImagePair pair : pairs) {
      if (!isComparable(pair, scale)) {
        throw new ButcherblockException(
            "The image %s is too small to validate on: its low-resolution image is %s, and SSIM at x%s needs %s x %s."
                .formatted(pair.name(), pair.lrSize(), scale, smallest(scale), smallest(scale)));
      }
    }
    return new Validation(
        pairs.stream().map(ImagePair::load).filter(pair -> !isOneColor(pair.hr())).toList(),
        List.of(),
        scale);
  }

  /**
   * Loads the middle, 128 x 128 LR pixels, of every twentieth training image, eight at most; of
   * none if there are fewer than ten. A middle of one color is left out.
   *
   * @param training images of the given scale
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if an image cannot be read
   */
  public static Validation heldOut(List<ImagePair> training, int scale) {
    List<ImagePair> candidates =
        training.stream().filter(pair -> isComparable(pair, scale)).toList();
    List<ImagePair> heldOut = new ArrayList<>();
    if (candidates.size() >= FEWEST_TO_HOLD_OUT) {
      int count = Math.max(1, Math.min(MOST, candidates.size() / ONE_IN));
      for (int i = 0; i < count; i++) {
        heldOut.add(candidates.get((2 * i + 1) * candidates.size() / (2 * count)));
      }
    }
    List<DecodedPair> middles = new ArrayList<>();
    List<ImagePair> used = new ArrayList<>();
    for (ImagePair pair : heldOut) {
      DecodedPair middle = middle(pair.load(), scale);
      if (!isOneColor(middle.hr())) {
        middles.add(middle);
        used.add(pair);
      }
    }
    return new Validation(middles, used, scale);
  }

  /**
   * Whether an image tells nothing of a network: that gets white right by clamping, and its PSNR,
   * infinite then, would make the mean of all images infinite, so that no later weights are better.
   */
  private static boolean isOneColor(Image image) {
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int c = 0; c < image.channels(); c++) {
          if (image.sample(x, y, c) != image.sample(0, 0, c)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static boolean isComparable(ImagePair pair, int scale) {
    return Math.min(pair.lrSize().width(), pair.lrSize().height()) >= smallest(scale);
  }

  /**
   * The smallest side of an LR image whose original still holds SSIM's window when the border is
   * shaved.
   */
  private static int smallest(int scale) {
    return (SSIM_WINDOW + 2 * scale + scale - 1) / scale;
  }

  private static DecodedPair middle(DecodedPair pair, int scale) {
    int width = Math.min(MIDDLE, pair.lr().width());
    int height = Math.min(MIDDLE, pair.lr().height());
    int x = (pair.lr().width() - width) / 2;
    int y = (pair.lr().height() - height) / 2;
    return new DecodedPair(
        pair.lr().crop(x, y, width, height),
        pair.hr().crop(x * scale, y * scale, width * scale, height * scale));
  }

  /**
   * These images for a network that is trained for a degradation: {@link Degradation#validation}.
   *
   * @param degradation of the training images
   * @return these images themselves, or a copy whose low-resolution images are compressed
   */
  public Validation degraded(Degradation degradation) {
    Optional<JpegCompression> jpeg = degradation.validation();
    if (jpeg.equals(compression)) {
      return this;
    }
    if (compression.isPresent()) {
      throw new IllegalStateException("The images were degraded before.");
    }
    JpegCompression added = jpeg.orElseThrow();
    List<DecodedPair> compressed = pairs.stream().map(added::apply).toList();
    return new Validation(compressed, heldOut, scale, jpeg);
  }

  /**
   * The training images that are not held out for validation.
   *
   * @param training all training images
   */
  public List<ImagePair> without(List<ImagePair> training) {
    Set<ImagePair> out = new HashSet<>(heldOut);
    return training.stream().filter(pair -> !out.contains(pair)).toList();
  }

  /** How images are compared in a validation. */
  public static Protocol protocol(int scale) {
    return Protocol.benchmark(scale);
  }

  /** The number of images to validate on. */
  public int size() {
    return pairs.size();
  }

  /**
   * Validations of a network on these images; empty if there are none.
   *
   * @param network stays the caller's
   */
  public Optional<ValidationRound> of(SuperResolutionNetwork network) {
    return of(network, first -> {});
  }

  /**
   * The validations of {@link #of(SuperResolutionNetwork)}, each of which shows an image.
   *
   * @param network stays the caller's
   * @param first given, at each validation, the first image as the network enlarges it
   */
  public Optional<ValidationRound> of(SuperResolutionNetwork network, Consumer<Image> first) {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(stop -> mean(network, stop, first));
  }

  /**
   * Mean PSNR and SSIM of bicubic enlargement, which a trained network should exceed; empty if
   * there are no images to validate on.
   */
  public Optional<PsnrSsim> bicubic() {
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        PsnrSsim.mean(
            pairs.stream().map(pair -> Evaluator.bicubic(pair, scale, protocol(scale))).toList()));
  }

  private Optional<PsnrSsim> mean(
      SuperResolutionNetwork network, BooleanSupplier stop, Consumer<Image> first) {
    try (Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false)) {
      return new Evaluator(upscaler, protocol(scale)).mean(pairs, stop, first);
    }
  }
}
