package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;

/**
 * What a network computes of an image holds numbers that are infinite or not a number: its feature
 * maps overflow, since its weights, though finite, are far too large.
 */
public final class OverflowException extends ButcherblockException {

  private static final long serialVersionUID = 1L;

  private OverflowException(String message) {
    super(message);
  }

  /**
   * Refuses an output with such numbers.
   *
   * @param output all samples of an enlarged tile
   * @param network the network's name
   * @param width of the whole image in LR pixels
   * @param height of the whole image in LR pixels
   */
  static void check(float[] output, String network, int width, int height) {
    int wrong = 0;
    for (float sample : output) {
      if (!Float.isFinite(sample)) {
        wrong++;
      }
    }
    if (wrong > 0) {
      throw new OverflowException(
          "%s makes numbers that are infinite or not a number (NaN) of an image of %s x %s pixels, %s of %s in a tile: its weights are so large that feature maps overflow; take other weights, such as earlier ones of the training."
              .formatted(network, width, height, wrong, output.length));
    }
  }
}
