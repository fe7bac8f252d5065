package io.butcherblock.ablation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the runs have come to so far. */
final class FinishedRuns {

  private final Map<Candidate, List<RunResult>> results = new LinkedHashMap<>();
  private final Map<Candidate, Diverged> diverged = new LinkedHashMap<>();

  FinishedRuns(List<Candidate> candidates) {
    candidates.forEach(candidate -> results.put(candidate, new ArrayList<>()));
  }

  void add(Candidate candidate, RunResult result) {
    results.get(candidate).add(result);
  }

  void add(Diverged one) {
    diverged.put(one.candidate(), one);
  }

  /** Whether a network has diverged, so that its further runs tell nothing. */
  boolean isDiverged(Candidate candidate) {
    return diverged.containsKey(candidate);
  }

  Ranking ranking() {
    List<CandidateScores> scores =
        results.entrySet().stream()
            .filter(entry -> !isDiverged(entry.getKey()))
            .map(entry -> new CandidateScores(entry.getKey(), entry.getValue()))
            .toList();
    return new Ranking(scores, List.copyOf(diverged.values()));
  }
}
