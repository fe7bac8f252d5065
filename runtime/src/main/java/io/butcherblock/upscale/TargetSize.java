package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Ratio;
import java.util.Objects;

/**
 * The size that an enlarged image is to have, given as a factor, a side, or a frame to fit into.
 * The ratio of width to height stays what it is, to a pixel.
 *
 * <p>Instances are immutable.
 */
public final class TargetSize {

  private final Rule rule;
  private final String words;

  private interface Rule {
    /** The size; too large a side is told by an ArithmeticException. */
    ImageSize of(ImageSize source);
  }

  private TargetSize(Rule rule, String words) {
    this.rule = rule;
    this.words = words;
  }

  /**
   * Both sides multiplied by a factor.
   *
   * @param factor such as 2 or 5/2, at least 1; sides are rounded up, as MATLAB's {@code imresize}
   *     does
   * @throws ButcherblockException if the factor is below 1
   */
  public static TargetSize by(Ratio factor) {
    Objects.requireNonNull(factor, "factor");
    if (factor.value() < 1) {
      throw new ButcherblockException(
          "A factor of " + factor + " makes images smaller; an enlargement is at least 1.");
    }
    return new TargetSize(
        source ->
            new ImageSize(
                Math.toIntExact(factor.of(source.width())),
                Math.toIntExact(factor.of(source.height()))),
        factor + " times");
  }

  /**
   * Both sides multiplied by a whole factor.
   *
   * @param factor at least 1
   * @throws ButcherblockException if the factor is below 1
   */
  public static TargetSize by(int factor) {
    if (factor < 1) {
      throw new ButcherblockException(
          "The factor of an enlargement is at least 1, not " + factor + ".");
    }
    return by(new Ratio(factor, 1));
  }

  /**
   * The largest size that fits into a frame.
   *
   * @param width of the frame in pixels, at least 1
   * @param height of the frame in pixels, at least 1
   * @throws ButcherblockException if one of them is below 1
   */
  public static TargetSize within(int width, int height) {
    checkSide(width);
    checkSide(height);
    return new TargetSize(
        source ->
            (long) width * source.height() <= (long) height * source.width()
                ? ofWidth(source, width)
                : ofHeight(source, height),
        "within " + width + " x " + height);
  }

  /**
   * A given width.
   *
   * @param width in pixels, at least 1
   * @throws ButcherblockException if it is below 1
   */
  public static TargetSize width(int width) {
    checkSide(width);
    return new TargetSize(source -> ofWidth(source, width), "width " + width);
  }

  /**
   * A given height.
   *
   * @param height in pixels, at least 1
   * @throws ButcherblockException if it is below 1
   */
  public static TargetSize height(int height) {
    checkSide(height);
    return new TargetSize(source -> ofHeight(source, height), "height " + height);
  }

  private static void checkSide(int side) {
    if (side < 1) {
      throw new ButcherblockException("A side of an image has at least 1 pixel, not " + side + ".");
    }
  }

  private static ImageSize ofWidth(ImageSize source, int width) {
    return new ImageSize(width, rounded(source.height(), width, source.width()));
  }

  private static ImageSize ofHeight(ImageSize source, int height) {
    return new ImageSize(rounded(source.width(), height, source.height()), height);
  }

  /** {@code side * to / from} to the nearest pixel, at least 1. */
  private static int rounded(int side, int to, int from) {
    return Math.max(1, Math.toIntExact(Math.round((double) side * to / from)));
  }

  /**
   * The size that an image becomes, be it larger or smaller.
   *
   * @param source the size of the image
   * @throws ButcherblockException if it would be too large for any image
   */
  public ImageSize resized(ImageSize source) {
    Objects.requireNonNull(source, "source");
    try {
      return rule.of(source);
    } catch (ArithmeticException e) {
      throw new ButcherblockException(
          "An image of %s, resized to %s, would be larger than any image here may be."
              .formatted(source, words),
          e);
    }
  }

  /**
   * The size that an image becomes that is enlarged.
   *
   * @param source the size of the image
   * @throws ButcherblockException if it would be smaller than the image, or too large for any
   */
  public ImageSize of(ImageSize source) {
    ImageSize target = resized(source);
    if (target.width() < source.width() || target.height() < source.height()) {
      throw new ButcherblockException(
          "The image, %s, is larger than what it is to become, %s; resize it with the bicubic kernel, or ask for a larger size."
              .formatted(source, target));
    }
    return target;
  }

  /** Whether both are the same in words. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TargetSize size && words.equals(size.words);
  }

  @Override
  public int hashCode() {
    return words.hashCode();
  }

  /** The size in words, such as {@code 2 times} or {@code within 1920 x 1080}. */
  @Override
  public String toString() {
    return words;
  }
}
