package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Writes an implicit method with a fixed number of iterations as an explicit scheme, a stage for
 * each K^(m)_i. Stages of the same row are the same, and are one; stages that the result does not
 * depend on are left out.
 */
final class Unrolling {

  private final RungeKutta method;

  /** Of each stage, its coefficients other than 0, by the number of the earlier stage. */
  private final List<SortedMap<Integer, Exact>> rows = new ArrayList<>();

  /** Which stages stand for the stages of the method in the last round. */
  private int[] last;

  private Unrolling(RungeKutta method) {
    this.method = method;
    this.last = new int[method.stages()];
    rows.add(Collections.emptySortedMap());
  }

  static RungeKutta of(RungeKutta method, int iterations) {
    Unrolling unrolling = new Unrolling(method);
    for (int round = 1; round <= iterations; round++) {
      unrolling.iterate();
    }
    return unrolling.scheme();
  }

  private void iterate() {
    last = IntStream.range(0, method.stages()).map(i -> stage(row(method.a().get(i)))).toArray();
  }

  /** Coefficients of the stages of the method, as those of the stages that stand for them. */
  private SortedMap<Integer, Exact> row(List<Exact> numbers) {
    SortedMap<Integer, Exact> row = new TreeMap<>();
    for (int j = 0; j < last.length; j++) {
      row.merge(last[j], numbers.get(j), Exact::plus);
    }
    row.values().removeIf(Exact::isZero);
    return row;
  }

  private int stage(SortedMap<Integer, Exact> row) {
    int known = rows.indexOf(row);
    if (known < 0) {
      rows.add(row);
    }
    return known < 0 ? rows.size() - 1 : known;
  }

  private RungeKutta scheme() {
    SortedMap<Integer, Exact> weights = row(method.weights());
    int[] kept = used(weights);
    return new RungeKutta(
        method.name(),
        method.order(),
        Arrays.stream(kept).mapToObj(i -> numbers(rows.get(i), kept)).toList(),
        numbers(weights, kept),
        method.factor(),
        Arrays.stream(kept).mapToObj(i -> sum(rows.get(i))).toList(),
        method.notation(),
        method.steps());
  }

  private int[] used(SortedMap<Integer, Exact> weights) {
    boolean[] used = new boolean[rows.size()];
    weights.keySet().forEach(j -> used[j] = true);
    for (int i = used.length - 1; i >= 0; i--) {
      if (used[i]) {
        rows.get(i).keySet().forEach(j -> used[j] = true);
      }
    }
    return IntStream.range(0, used.length).filter(i -> used[i]).toArray();
  }

  private static List<Exact> numbers(SortedMap<Integer, Exact> row, int[] kept) {
    return Arrays.stream(kept).mapToObj(j -> row.getOrDefault(j, Exact.ZERO)).toList();
  }

  private static Exact sum(SortedMap<Integer, Exact> row) {
    return row.values().stream().reduce(Exact.ZERO, Exact::plus);
  }
}
