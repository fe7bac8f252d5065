package io.butcherblock.formats;

import java.util.Optional;

/**
 * How large an image is to be printed.
 *
 * @param x pixels per inch of width
 * @param y pixels per inch of height
 */
public record Resolution(double x, double y) {

  /** Those per unit of length, so many of which are an inch; empty if they make no sense. */
  public static Optional<Resolution> of(double x, double y, double unitsPerInch) {
    Resolution resolution = new Resolution(x * unitsPerInch, y * unitsPerInch);
    return isSensible(resolution.x) && isSensible(resolution.y)
        ? Optional.of(resolution)
        : Optional.empty();
  }

  private static boolean isSensible(double perInch) {
    return perInch >= 1 && perInch < 65_535;
  }

  /** That of the image lying on its side. */
  public Resolution transposed() {
    return new Resolution(/* x= */ y, /* y= */ x);
  }
}
