package io.butcherblock.nn;

import java.util.List;

/**
 * The mean color of DIV2K's training images, which every network subtracts from its input and adds
 * to its output. It is a constant and is not trained.
 */
public final class MeanShift {

  /** Color channels of an image: red, green, blue. */
  static final int COLORS = 3;

  private static final float PEAK = 255;
  private static final float[] DIV2K_MEAN = {0.4488f, 0.4371f, 0.4040f};

  private MeanShift() {}

  /**
   * The mean of one channel in 0..255.
   *
   * @param c the channel: 0 red, 1 green, 2 blue
   */
  public static float mean(int c) {
    return share(c) * PEAK;
  }

  /**
   * The mean of one channel in 0..1.
   *
   * @param c the channel: 0 red, 1 green, 2 blue
   */
  public static float share(int c) {
    return DIV2K_MEAN[c];
  }

  /** What is added to an image's channels before the first convolution. */
  static List<Float> subtracted() {
    return List.of(-mean(0), -mean(1), -mean(2));
  }

  /** What is added to an image's channels behind the last convolution. */
  static List<Float> added() {
    return List.of(mean(0), mean(1), mean(2));
  }
}
