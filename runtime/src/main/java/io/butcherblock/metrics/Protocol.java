package io.butcherblock.metrics;

/**
 * How images are compared, to be printed with every result.
 *
 * @param color what is compared
 * @param shave how many pixels of each border are left out, at least 0
 */
public record Protocol(Color color, int shave) {

  public Protocol {
    if (shave < 0) {
      throw new IllegalArgumentException("A border of " + shave + " pixels can not be shaved.");
    }
  }

  /** The benchmarks' protocol (Set5, Set14, B100, Urban100): Y, {@code scale} pixels shaved. */
  public static Protocol benchmark(int scale) {
    return new Protocol(Color.Y, scale);
  }

  /** The protocol of DIV2K validation: RGB, {@code scale + 6} pixels shaved. */
  public static Protocol div2k(int scale) {
    return new Protocol(Color.RGB, scale + 6);
  }

  /** Such as {@code Y, 2 px shaved}. */
  @Override
  public String toString() {
    return color + ", " + shave + " px shaved";
  }
}
