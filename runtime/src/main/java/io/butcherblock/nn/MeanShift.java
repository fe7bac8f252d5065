package io.butcherblock.nn;

import java.util.List;

/**
 * The mean color of DIV2K's training images, which a network takes from an image and gives back.
 * Never trained.
 */
public final class MeanShift {

  /** Color channels of an image: red, green, blue. */
  static final int COLORS = 3;

  private static final float PEAK = 255;
  private static final float[] DIV2K_MEAN = {0.4488f, 0.4371f, 0.4040f};

  private MeanShift() {}

  /** The mean of channel {@code c} (0 red, 1 green, 2 blue), in 0..255. */
  public static float mean(int c) {
    return share(c) * PEAK;
  }

  /** The mean of channel {@code c} (0 red, 1 green, 2 blue), in 0..1. */
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
