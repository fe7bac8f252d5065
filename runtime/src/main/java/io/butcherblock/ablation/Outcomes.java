package io.butcherblock.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the runs have come to so far. */
final class Outcomes {

  private final Map<Contestant, List<RunResult>> results = new LinkedHashMap<>();
  private final Map<Contestant, Diverged> diverged = new LinkedHashMap<>();

  Outcomes(List<Contestant> contestants) {
    contestants.forEach(contestant -> results.put(contestant, new ArrayList<>()));
  }

  void add(Contestant contestant, RunResult result) {
    results.get(contestant).add(result);
  }

  void add(Diverged one) {
    diverged.put(one.contestant(), one);
  }

  /** Whether a network is out, so that its further runs tell nothing. */
  boolean isOut(Contestant contestant) {
    return diverged.containsKey(contestant);
  }

  Ranking ranking() {
    List<Standing> standings =
        results.entrySet().stream()
            .filter(entry -> !isOut(entry.getKey()))
            .map(entry -> new Standing(entry.getKey(), entry.getValue()))
            .toList();
    return new Ranking(standings, List.copyOf(diverged.values()));
  }
}
