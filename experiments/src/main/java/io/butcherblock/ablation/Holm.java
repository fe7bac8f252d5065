package io.butcherblock.ablation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for several tests (Scandinavian Journal of Statistics 6, 1979): if each
 * adjusted p below 5 % is taken for a difference, the chance that any of them is none is at most 5
 * %. With m tests, the k-th smallest p is multiplied by m - k + 1; none becomes smaller than the
 * one before it, or greater than 1.
 */
final class Holm {

  private Holm() {}

  /** The adjusted values, in the order of those given. */
  static double[] adjust(double... p) {
    List<Integer> ascending =
        IntStream.range(0, p.length).boxed().sorted(Comparator.comparing(i -> p[i])).toList();
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int k = 0; k < p.length; k++) {
      int index = ascending.get(k);
      least = Math.max(least, Math.min(1, (p.length - k) * p[index]));
      adjusted[index] = least;
    }
    return adjusted;
  }
}
