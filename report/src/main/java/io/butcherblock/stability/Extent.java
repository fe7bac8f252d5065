package io.butcherblock.stability;

import java.util.List;

/** A rectangle of the complex plane, symmetric about the real axis. */
public record Extent(double left, double right, double top) {

  /** The least extent that holds the points and 0. */
  static Extent of(List<Complex> points) {
    return new Extent(
        Math.min(0, points.stream().mapToDouble(Complex::re).min().orElse(0)),
        Math.max(0, points.stream().mapToDouble(Complex::re).max().orElse(0)),
        points.stream().mapToDouble(z -> Math.abs(z.im())).max().orElse(0));
  }

  public double width() {
    return right - left;
  }

  public double height() {
    return 2 * top;
  }
}
