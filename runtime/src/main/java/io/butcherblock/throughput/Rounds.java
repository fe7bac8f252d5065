package io.butcherblock.throughput;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Times contenders by turns, so that what else the machine does meets all of them: each round has
 * every contender once, and the next round the other way round.
 *
 * @param rounds that count, at least 1
 * @param seconds that a contender works in a round, about
 */
public record Rounds(int rounds, double seconds) {

  /**
   * The standings, in the order of the contenders, each of whom does {@code images} at once. One
   * that fails is left out from there on.
   */
  List<Standing> run(List<Contender> contenders, int images) {
    Map<Contender, Integer> times = new LinkedHashMap<>();
    Map<Contender, List<Double>> rates = new LinkedHashMap<>();
    Map<Contender, String> failures = new LinkedHashMap<>();
    for (int round = -1; round < rounds; round++) {
      for (Contender contender : inOrder(contenders, round)) {
        rates.putIfAbsent(contender, new ArrayList<>());
        if (failures.containsKey(contender)) {
          continue;
        }
        try {
          if (round < 0) {
            times.put(contender, warmUp(contender));
          } else {
            int n = times.get(contender);
            rates.get(contender).add(images * n / contender.seconds(n));
          }
        } catch (RuntimeException e) {
          failures.put(contender, firstLine(e));
          rates.get(contender).clear();
        }
      }
    }
    return contenders.stream()
        .map(c -> new Standing(c.name(), rates.get(c), Optional.ofNullable(failures.get(c))))
        .toList();
  }

  /** How often a contender does its work in a round; the first time prepares much, and is none. */
  private int warmUp(Contender contender) {
    double unused = contender.seconds(1);
    return (int) Math.max(1, Math.ceil(seconds / contender.seconds(1)));
  }

  private static List<Contender> inOrder(List<Contender> contenders, int round) {
    List<Contender> order = new ArrayList<>(contenders);
    if (round % 2 != 0) {
      Collections.reverse(order);
    }
    return order;
  }

  /**
   * As part of a sentence. The tensor library tells where in its source it failed, further down.
   */
  private static String firstLine(RuntimeException failure) {
    String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
