package io.butcherblock.charts;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A named line of a {@link CurvePlot}.
 *
 * @param x ascending
 * @param y as many values, all finite
 * @param steps which step each value is of, where that is not x; else empty
 */
record Curve(String name, List<Double> x, List<Double> y, List<Double> steps) {

  Curve {
    x = List.copyOf(x);
    y = List.copyOf(y);
    steps = List.copyOf(steps);
  }

  /** Leaves out the points that are not finite. */
  static Curve of(String name, double[] x, double[] y, double[] steps) {
    int[] finite =
        IntStream.range(0, x.length)
            .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
            .toArray();
    return new Curve(
        name,
        IntStream.of(finite).mapToObj(i -> x[i]).toList(),
        IntStream.of(finite).mapToObj(i -> y[i]).toList(),
        steps.length == 0 ? List.of() : IntStream.of(finite).mapToObj(i -> steps[i]).toList());
  }

  /** The same curve with at most so many points, evenly chosen, the first and the last of them. */
  Curve thinned(int most) {
    if (x.size() <= most) {
      return this;
    }
    int[] kept =
        IntStream.range(0, most)
            .map(i -> (int) Math.round((double) i * (x.size() - 1) / (most - 1)))
            .toArray();
    return new Curve(name, at(x, kept), at(y, kept), steps.isEmpty() ? steps : at(steps, kept));
  }

  private static List<Double> at(List<Double> values, int[] places) {
    return IntStream.of(places).mapToObj(values::get).toList();
  }

  DoubleStream values() {
    return y.stream().mapToDouble(value -> value);
  }

  boolean isEmpty() {
    return x.isEmpty();
  }

  double last() {
    return y.get(y.size() - 1);
  }
}
