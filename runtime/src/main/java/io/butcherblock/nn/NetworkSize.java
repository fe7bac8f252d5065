package io.butcherblock.nn;

import io.butcherblock.graph.GraphSize;
import java.util.OptionalInt;

/**
 * What a network costs, counted from its graph: needs no native library.
 *
 * @param scale of the network: 2, 3 or 4
 * @param counted what is counted for an LR image
 */
public record NetworkSize(int scale, GraphSize counted) {

  /** The width of the output of the paper's MAC counts (He et al., CVPR 2019, Table 2). */
  public static final int WIDTH = 1280;

  /** The height of the output of the paper's MAC counts (He et al., CVPR 2019, Table 2). */
  public static final int HEIGHT = 720;

  /** Counts {@code spec} at {@code scale} 2, 3 or 4. */
  public static NetworkSize of(NetworkSpec spec, int scale) {
    return new NetworkSize(scale, GraphSize.of(spec.graph(scale)));
  }

  /** The LR pixels that {@link #macs()} counts, for a network of {@code scale}. */
  public static long pixels(int scale) {
    // 1280 / 3 is no whole number; the paper's digits are those of the whole pixels below it.
    return (long) (WIDTH / scale) * (HEIGHT / scale);
  }

  /** Trainable scalars; the mean shift has none. */
  public long parameters() {
    return counted.parameters();
  }

  /**
   * Multiply-accumulates of all convolutions for an output of {@link #WIDTH} x {@link #HEIGHT}
   * pixels.
   */
  public long macs() {
    return macs(pixels(scale));
  }

  /** Multiply-accumulates of all convolutions for an input of so many LR pixels. */
  public long macs(long pixels) {
    return counted.macs(pixels);
  }

  /** How many LR pixels to each side an output pixel depends on; empty if on the whole image. */
  public OptionalInt radius() {
    return counted.radius();
  }

  /** Whether an output pixel depends on all of the image, which then cannot be cut into tiles. */
  public boolean dependsOnWholeImage() {
    return radius().isEmpty();
  }

  /** The radius for people: a number, or {@code whole image}. */
  public String radiusText() {
    return dependsOnWholeImage() ? "whole image" : String.valueOf(radius().getAsInt());
  }
}
