package io.butcherblock.nn;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.program.BlockProgram;

/**
 * What a network costs, counted from its declaration: needs no native library.
 *
 * @param parameters trainable scalars, the mean shift left out
 * @param macs multiply-accumulates of all convolutions for an output of {@link #WIDTH} x {@link
 *     #HEIGHT} pixels
 * @param radius how many LR pixels to each side an output pixel depends on; -1 if on the whole
 *     image
 */
public record NetworkSize(long parameters, long macs, int radius) {

  /** The output of the paper's MAC counts: 1280x720 (He et al., CVPR 2019, Table 2). */
  public static final int WIDTH = 1280;

  public static final int HEIGHT = 720;

  private static final int COLORS = 3;

  /** Counts {@code spec} at {@code scale} 2, 3 or 4. */
  public static NetworkSize of(NetworkSpec spec, int scale) {
    return new NetworkSize(parameters(spec, scale), macs(spec, scale), radius(spec));
  }

  /** The LR pixels that {@link #macs} counts, for a network of {@code scale}. */
  public static long pixels(int scale) {
    // 1280 / 3 is no whole number; the paper's digits are those of the whole pixels below it.
    return (long) (WIDTH / scale) * (HEIGHT / scale);
  }

  /** Multiply-accumulates for each LR pixel, of a network of {@code scale}. */
  public double macsPerPixel(int scale) {
    return (double) macs / pixels(scale);
  }

  /** Whether an output pixel depends on all of the image, which then cannot be cut into tiles. */
  public boolean dependsOnWholeImage() {
    return radius < 0;
  }

  /** The radius for people: a number, or {@code whole image}. */
  public String radiusText() {
    return dependsOnWholeImage() ? "whole image" : String.valueOf(radius);
  }

  private static long parameters(NetworkSpec spec, int scale) {
    long c = spec.channels();
    BlockProgram program = spec.program();
    long own = spec.sharing() == WeightSharing.SHARED ? 1 : program.evaluations();
    long block =
        own * spec.vectorField().parameters(spec.channels()) + program.coefficients().size();
    long factor = Upsampler.factor(scale);
    return Convolution.parameters(COLORS, c)
        + spec.blocks() * block
        + Convolution.parameters(c, c)
        + Upsampler.stages(scale) * Convolution.parameters(c, factor * factor * c)
        + Convolution.parameters(c, COLORS);
  }

  private static long macs(NetworkSpec spec, int scale) {
    long c = spec.channels();
    long evaluations = spec.program().evaluations();
    long atInput =
        Convolution.macsPerPixel(COLORS, c)
            + spec.blocks() * evaluations * spec.vectorField().macsPerPixel(spec.channels())
            + Convolution.macsPerPixel(c, c);
    long factor = Upsampler.factor(scale);
    long side = 1;
    for (int stage = 0; stage < Upsampler.stages(scale); stage++) {
      atInput += side * side * Convolution.macsPerPixel(c, factor * factor * c);
      side *= factor;
    }
    long perInputPixel = atInput + side * side * Convolution.macsPerPixel(c, COLORS);
    return perInputPixel * pixels(scale)
        + spec.blocks() * evaluations * spec.vectorField().macsPerImage(spec.channels());
  }

  private static int radius(NetworkSpec spec) {
    if (spec.vectorField().radius() < 0) {
      return -1;
    }
    int blocks = spec.blocks() * spec.program().depth() * spec.vectorField().radius();
    // Behind the first pixel shuffle a pixel is a fraction of an LR pixel: the convolutions there
    // reach less than one.
    int behindShuffle = 1;
    return 3 * Convolution.RADIUS + blocks + behindShuffle;
  }
}
