package io.butcherblock.nn;

import io.butcherblock.graph.GraphSize;
import java.util.OptionalInt;

/**
 * Counts of a network at one scale: parameters, multiply-accumulates, receptive radius. Needs no
 * native library.
 *
 * @param scale the enlargement: 2, 3 or 4
 * @param counted counts of the network's graph, whose input is the LR image
 */
public record NetworkSize(int scale, GraphSize counted) {

  /**
   * The width, in pixels, of the output image that the paper counts multiply-accumulates for (He et
   * al., CVPR 2019, Table 2).
   */
  public static final int WIDTH = 1280;

  /**
   * The height, in pixels, of the output image that the paper counts multiply-accumulates for (He
   * et al., CVPR 2019, Table 2).
   */
  public static final int HEIGHT = 720;

  /**
   * Counts a network.
   *
   * @param scale the enlargement: 2, 3 or 4
   * @throws io.butcherblock.error.ButcherblockException if {@code scale} is another one
   */
  public static NetworkSize of(NetworkSpec spec, int scale) {
    return new NetworkSize(scale, GraphSize.of(spec.graph(scale)));
  }

  /**
   * The number of LR pixels of the image that {@link #macs()} counts for, at a scale. Sizes are
   * rounded down: at x3 it is 426 x 240.
   *
   * @param scale the enlargement: 2, 3 or 4
   */
  public static long pixels(int scale) {
    // 1280 / 3 is no whole number; the paper's digits are those of the whole pixels below it.
    return (long) (WIDTH / scale) * (HEIGHT / scale);
  }

  /** The number of trainable scalars of the network. */
  public long parameters() {
    return counted.parameters();
  }

  /**
   * The multiply-accumulates of all convolutions for an output of {@link #WIDTH} x {@link #HEIGHT}
   * pixels.
   */
  public long macs() {
    return macs(pixels(scale));
  }

  /**
   * The multiply-accumulates of all convolutions for one input.
   *
   * @param pixels the number of LR pixels of the input
   */
  public long macs(long pixels) {
    return counted.macs(pixels);
  }

  /**
   * How many LR pixels to each side an output pixel depends on; empty if it depends on the whole
   * image.
   */
  public OptionalInt radius() {
    return counted.radius();
  }

  /** Whether an output pixel depends on the whole image, which then cannot be cut into tiles. */
  public boolean dependsOnWholeImage() {
    return radius().isEmpty();
  }

  /** The receptive radius in words: a number of LR pixels, or {@code whole image}. */
  public String radiusText() {
    return dependsOnWholeImage() ? "whole image" : String.valueOf(radius().getAsInt());
  }
}
