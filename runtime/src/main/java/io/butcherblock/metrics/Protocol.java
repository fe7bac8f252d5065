package io.butcherblock.metrics;

/**
 * How images are compared, to be printed with every result.
 *
 * @param color what is compared
 * @param shave how many pixels of each border are left out, at least 0
 */
public record Protocol(ColorSpace color, int shave) {

  /** What networks and bicubic see of a grey image, and what is compared of it. */
  public static final String GREY_STACKED = "grey images stacked to RGB";

  /** What is compared of two grey images that are finished. */
  public static final String GREY_AS_IT_IS =
      "two grey images as they are, a grey one beside RGB stacked to RGB";

  private static final int DIV2K_MARGIN = 6;

  public Protocol {
    if (shave < 0) {
      throw new IllegalArgumentException("A border of " + shave + " pixels cannot be shaved.");
    }
  }

  /** The benchmarks' protocol (Set5, Set14, B100, Urban100): Y, {@code scale} pixels shaved. */
  public static Protocol benchmark(int scale) {
    return new Protocol(ColorSpace.Y, scale);
  }

  /** The protocol of DIV2K validation: RGB, {@code scale + 6} pixels shaved. */
  public static Protocol div2k(int scale) {
    return new Protocol(ColorSpace.RGB, scale + DIV2K_MARGIN);
  }

  /**
   * Its name for a network of that scale, such as {@code benchmark protocol: Y, 2 px shaved (the
   * scale)}.
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

  /** Such as {@code Y, 2 px shaved}. */
  @Override
  public String toString() {
    return color + ", " + shave + " px shaved";
  }
}
