package io.butcherblock.benchmarks.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A mix of schemes in words: how many of each kind and order. */
final class MixText {

  private MixText() {}

  static String of(List<SchemeSource> mix) {
    Map<String, Map<Integer, Long>> kinds =
        mix.stream()
            .collect(
                Collectors.groupingBy(
                    scheme -> scheme.isRungeKutta() ? "Runge-Kutta" : "multistep",
                    TreeMap::new,
                    Collectors.groupingBy(
                        SchemeSource::order, TreeMap::new, Collectors.counting())));
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + " " + orders(kind.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String orders(Map<Integer, Long> counts) {
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " of order " + count.getKey())
        .collect(Collectors.joining(", "));
  }
}
