package io.butcherblock.metrics;

import java.util.Objects;

/**
 * How images are compared, to be printed with every result.
 *
 * @param color which samples are compared
 * @param shave how many pixels are left out at each border, at least 0
 */
public record Protocol(ColorSpace color, int shave) {

  /** How grey images are treated when a network is evaluated, in words for a report. */
  public static final String GREY_STACKED = "grey images stacked to RGB";

  /** How grey images are treated when two finished images are compared, in words for a report. */
  public static final String GREY_AS_IT_IS =
      "two grey images as they are, a grey one stacked to RGB if the other is RGB";

  private static final int DIV2K_MARGIN = 6;

  public Protocol {
    Objects.requireNonNull(color, "color");
    if (shave < 0) {
      throw new IllegalArgumentException("A border of " + shave + " pixels cannot be shaved.");
    }
  }

  /**
   * The protocol of the benchmarks Set5, Set14, B100 and Urban100: Y, {@code scale} pixels shaved.
   *
   * @param scale the enlargement: 2, 3 or 4
   */
  public static Protocol benchmark(int scale) {
    return new Protocol(ColorSpace.Y, scale);
  }

  /**
   * The protocol of DIV2K validation: RGB, {@code scale + 6} pixels shaved.
   *
   * @param scale the enlargement: 2, 3 or 4
   */
  public static Protocol div2k(int scale) {
    return new Protocol(ColorSpace.RGB, scale + DIV2K_MARGIN);
  }

  /**
   * The protocol in words, with its name for a network of the given scale: {@code benchmark
   * protocol: Y, 2 px shaved (the scale)}.
   *
   * @param scale the enlargement: 2, 3 or 4
   */
  public String named(int scale) {
    if (equals(benchmark(scale))) {
      return "benchmark protocol: " + this + " (the scale)";
    }
    if (equals(div2k(scale))) {
      return "DIV2K protocol: " + this + " (the scale + " + DIV2K_MARGIN + ")";
    }
    return "protocol of its own: " + this;
  }

  /** The protocol in words, without a name: {@code Y, 2 px shaved}. */
  @Override
  public String toString() {
    return color + ", " + shave + " px shaved";
  }
}
