package io.butcherblock.processor;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Extrapolated Euler steps and midpoint rules (Gragg, Bulirsch, Stoer) with the harmonic sequence,
 * as tableaus of any order with many stages (Hairer, N&oslash;rsett, Wanner I, section II.9).
 */
public final class Extrapolation {

  private final boolean isMidpoint;
  private final List<List<Exact>> rows = new ArrayList<>(List.of(new ArrayList<>()));
  private final List<Exact> weights = new ArrayList<>(List.of(Exact.ZERO));

  private Extrapolation(boolean isMidpoint) {
    this.isMidpoint = isMidpoint;
  }

  public static RungeKutta euler(int order) {
    return new Extrapolation(false).of(order, order);
  }

  /** The midpoint rule begins with a step of Euler's; its error has even powers of h only. */
  public static RungeKutta midpoint(int order) {
    return new Extrapolation(true).of(order, order / 2);
  }

  private RungeKutta of(int order, int sequences) {
    for (int i = 1; i <= sequences; i++) {
      Exact weight = Exact.ONE;
      for (int j = 1; j <= sequences; j++) {
        if (j != i) {
          long ofI = isMidpoint ? (long) i * i : i;
          long ofJ = isMidpoint ? (long) j * j : j;
          weight = weight.times(Exact.of(ofI, ofI - ofJ));
        }
      }
      List<Exact> result = steps(isMidpoint ? 2 * i : i);
      for (int j = 0; j < result.size(); j++) {
        weights.set(j, weights.get(j).plus(weight.times(result.get(j))));
      }
    }
    int stages = rows.size();
    List<List<Exact>> a = rows.stream().map(row -> padded(row, stages)).toList();
    List<Exact> c = a.stream().map(row -> row.stream().reduce(Exact.ZERO, Exact::plus)).toList();
    return new RungeKutta("Extrapolated", order, a, weights, Exact.ONE, c);
  }

  /** What the evaluations are multiplied by in the result of n steps of size 1/n. */
  private List<Exact> steps(int n) {
    Exact h = Exact.of(1, n);
    List<Exact> before = List.of();
    List<Exact> y = List.of(h);
    for (int m = 1; m < n; m++) {
      List<Exact> next = padded(isMidpoint ? before : y, rows.size());
      next.add(isMidpoint ? h.plus(h) : h);
      rows.add(new ArrayList<>(y));
      weights.add(Exact.ZERO);
      before = y;
      y = next;
    }
    return y;
  }

  private static List<Exact> padded(List<Exact> row, int size) {
    List<Exact> padded = new ArrayList<>(row);
    padded.addAll(Collections.nCopies(size - row.size(), Exact.ZERO));
    return padded;
  }
}
