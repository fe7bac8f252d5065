package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.SeparableScheme.Stage;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes one step of a partitioned scheme, from p0 and q0 to p1 and q1. Evaluations at the same
 * argument are made once, and an argument that is p1 or q1 is that value.
 */
final class PartitionedStep {

  private static final Value P = new Value("p0");
  private static final Value Q = new Value("q0");

  private final SeparableScheme scheme;
  private final ProgramBuilder program;
  private final Map<Stage, Value> evaluated = new HashMap<>();
  private final Map<List<Exact>, Value> ofP = new LinkedHashMap<>();
  private final Map<List<Exact>, Value> ofQ = new LinkedHashMap<>();

  private PartitionedStep(SeparableScheme scheme, ProgramBuilder program) {
    this.scheme = scheme;
    this.program = program;
  }

  static LoweredProgram of(PartitionedRungeKutta scheme, ProgramBuilder program) {
    SeparableScheme ofK = scheme.separable();
    return new PartitionedStep(scheme.hamiltonian() ? ofK.withOppositeK() : ofK, program).write();
  }

  private LoweredProgram write() {
    for (Stage stage : scheme.sequence().orElseThrow()) {
      evaluated.put(stage, program.evaluate(argument(stage)));
    }
    Value p = sum(P, scheme.weightsOfK(), true, "p1", "b%d of p");
    Value q = sum(Q, scheme.weightsOfL(), false, "q1", "b%d of q");
    return program.finish(List.of(P, Q), List.of(p, q));
  }

  private Value argument(Stage stage) {
    List<List<Exact>> rows = stage.isK() ? scheme.ofQ() : scheme.ofP();
    List<Exact> row = rows.get(stage.index());
    List<Exact> weights = stage.isK() ? scheme.weightsOfL() : scheme.weightsOfK();
    String half = stage.isK() ? "q" : "p";
    String name = row.equals(weights) ? half + "1" : half + "Stage" + (stage.index() + 1);
    String meaning = "a" + (stage.index() + 1) + "%d of " + half;
    return sum(stage.isK() ? Q : P, row, !stage.isK(), name, meaning);
  }

  /**
   * y + sum_j row_j k_j, or l_j; one value for each row. It is written from the value before it
   * that it has most in common with, as a composition of steps of one half: {@code q1 = qStage1 +
   * 1/2 k3}. So a trained step keeps its inverse.
   */
  private Value sum(Value y, List<Exact> row, boolean ofK, String name, String meaning) {
    Map<List<Exact>, Value> known = ofK ? ofP : ofQ;
    if (known.isEmpty()) {
      known.put(Collections.nCopies(row.size(), Exact.ZERO), y);
    }
    if (!known.containsKey(row)) {
      List<Exact> base = nearest(known.keySet(), row);
      List<WeightedValue> terms = new ArrayList<>(List.of(WeightedValue.unit(known.get(base))));
      for (int j = row.size() - 1; j >= 0; j--) {
        Exact more = row.get(j).minus(base.get(j));
        if (!more.isZero()) {
          String what =
              String.format(Locale.ROOT, meaning, j + 1)
                  + (base.get(j).isZero() ? "" : " less that of the value before");
          terms.add(program.term(more, what, evaluated.get(new Stage(ofK, j))));
        }
      }
      known.put(row, program.combine(name, terms));
    }
    return known.get(row);
  }

  /** The latest of those rows that differ in the fewest places. */
  private static List<Exact> nearest(Collection<List<Exact>> known, List<Exact> row) {
    List<Exact> nearest = row;
    long least = Long.MAX_VALUE;
    for (List<Exact> each : known) {
      long different =
          IntStream.range(0, row.size()).filter(j -> !each.get(j).equals(row.get(j))).count();
      if (different <= least) {
        least = different;
        nearest = each;
      }
    }
    return nearest;
  }
}
