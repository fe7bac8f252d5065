package io.butcherblock.metrics;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import java.util.List;
import java.util.stream.IntStream;

/**
 * PSNR and SSIM of an image against its original, in double precision.
 *
 * <p>PSNR is 10 log10(255^2 / MSE), where the mean is over the samples of all compared channels.
 * SSIM of several channels is the mean of each channel's.
 *
 * <p>Two grey images are compared as they are under either {@link ColorSpace}; their values are not
 * mapped to Y's range 16..235. If only one of the two is grey, it is first converted to RGB. The
 * two ways differ: on Y, whose range is 219/255 as wide, the PSNR of the same pixels is 1.3 dB
 * higher. Alpha is not compared.
 */
public final class ImageQuality {

  private ImageQuality() {}

  /**
   * Compares an image with its original.
   *
   * @param sr the image, such as a network's output
   * @param hr the original, of the same size
   * @param protocol which samples are compared
   * @throws ButcherblockException if the sizes differ, or too little is left after shaving to hold
   *     one SSIM window of 11 x 11
   */
  public static PsnrSsim compare(Image sr, Image hr, Protocol protocol) {
    check(sr, hr, protocol.shave());
    List<Plane> a = planes(sr, hr, protocol);
    List<Plane> b = planes(hr, sr, protocol);
    double error = mean(a, b, Plane::meanSquaredError);
    return new PsnrSsim(10 * Math.log10(255 * 255 / error), mean(a, b, Ssim::mean));
  }

  /** A figure of two planes. */
  @FunctionalInterface
  private interface Figure {
    double of(Plane a, Plane b);
  }

  private static double mean(List<Plane> a, List<Plane> b, Figure figure) {
    return IntStream.range(0, a.size())
        .mapToDouble(c -> figure.of(a.get(c), b.get(c)))
        .average()
        .orElseThrow();
  }

  /** The channels of an image that are compared with those of another one. */
  static List<Plane> planes(Image image, Image other, Protocol protocol) {
    int shave = protocol.shave();
    if (image.channels() == 1 && other.channels() == 1) {
      return List.of(Plane.channel(image, 0, shave));
    }
    Image rgb = image.toRgb();
    return switch (protocol.color()) {
      case Y -> List.of(Plane.luminance(rgb, shave));
      case RGB -> IntStream.range(0, 3).mapToObj(c -> Plane.channel(rgb, c, shave)).toList();
    };
  }

  static void check(Image sr, Image hr, int shave) {
    if (sr.width() != hr.width() || sr.height() != hr.height()) {
      throw new ButcherblockException(
          "Images of different size cannot be compared: %s x %s and %s x %s (the original may have to be cropped to a multiple of the scale)."
              .formatted(sr.width(), sr.height(), hr.width(), hr.height()));
    }
    checkSize(ImageSize.of(hr), shave);
  }

  /**
   * Checks that an original is large enough to be compared.
   *
   * @param hr its size
   * @param protocol which samples are compared
   * @throws ButcherblockException if too little is left after shaving to hold one SSIM window
   */
  public static void checkSize(ImageSize hr, Protocol protocol) {
    checkSize(hr, protocol.shave());
  }

  private static void checkSize(ImageSize hr, int shave) {
    long least = Ssim.WINDOW + 2L * shave;
    if (hr.width() < least || hr.height() < least) {
      throw new ButcherblockException(
          "An image of %s x %s is too small to be compared: with %s pixels shaved from each border it must be at least %s x %s."
              .formatted(hr.width(), hr.height(), shave, least, least));
    }
  }
}
