package io.butcherblock.processor.lower;

import io.butcherblock.processor.lower.Statement.Evaluation;
import io.butcherblock.processor.lower.Statement.Sum;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Computes a sub-sum that several sums have in common once, where that saves passes over feature
 * maps: of {@code 1/4 k1 + 1/4 k2} and {@code 1/6 k1 + 1/6 k2} the sum {@code k1 + k2}.
 *
 * <p>Takes the pair of values whose sharing saves most, again and again, until none does; larger
 * common sums grow of pairs. Trained coefficients are never shared.
 */
final class CommonSubexpressions {

  private final List<Statement> statements;
  private final List<Value> outputs;
  private int named;

  private CommonSubexpressions(List<Statement> statements, List<Value> outputs) {
    this.statements = new ArrayList<>(statements);
    this.outputs = outputs;
  }

  /**
   * Statements that compute the same outputs, with fewer passes where sums have parts in common.
   */
  static List<Statement> factored(List<Statement> statements, List<Value> outputs) {
    CommonSubexpressions sums = new CommonSubexpressions(statements, outputs);
    for (Optional<Sharing> best = sums.best(); best.isPresent(); best = sums.best()) {
      sums.share(best.orElseThrow());
    }
    return sums.statements;
  }

  private Optional<Sharing> best() {
    Sharing best = null;
    int most = 0;
    for (Map.Entry<CommonSubexpression, List<Integer>> entry : occurrences().entrySet()) {
      if (entry.getValue().size() > 1) {
        for (CommonSubexpression pair : List.of(entry.getKey(), entry.getKey().turned())) {
          Sharing sharing = new Sharing(pair, entry.getValue());
          int saving = saving(sharing);
          // Of equal ones the first in the program, so that two compiles are equal.
          if (saving > most || (saving == most && best != null && sharing.isBefore(best))) {
            best = saving > 0 ? sharing : best;
            most = saving;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private Map<CommonSubexpression, List<Integer>> occurrences() {
    Map<CommonSubexpression, List<Integer>> occurrences = new HashMap<>();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof Sum sum) {
        for (CommonSubexpression pair : CommonSubexpression.in(sum)) {
          occurrences.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
        }
      }
    }
    return occurrences;
  }

  private int saving(Sharing sharing) {
    if (wholes(sharing).filter(outputs::contains).count() > 1) {
      // Each output is a value of its own.
      return 0;
    }
    Value shared = new Value("");
    int saving = -sharing.pair().as(shared).passes();
    for (int at : sharing.at()) {
      Sum sum = (Sum) statements.get(at);
      saving += sum.passes() - sharing.pair().replacedIn(sum, shared).passes();
    }
    return saving;
  }

  private void share(Sharing sharing) {
    // A sum that is nothing but the shared one is the shared one, and gives it its name.
    Value shared =
        wholes(sharing)
            .min(Comparator.comparing(target -> !outputs.contains(target)))
            .orElseGet(() -> new Value("shared" + ++named));
    for (int at : sharing.at()) {
      statements.set(at, sharing.pair().replacedIn((Sum) statements.get(at), shared));
    }
    statements.add(sharing.at().get(0), sharing.pair().as(shared));
    dropCopies();
  }

  /** The sums that are nothing but the shared one. */
  private Stream<Value> wholes(Sharing sharing) {
    return sharing.at().stream()
        .map(i -> (Sum) statements.get(i))
        .filter(sum -> isAll(sharing.pair(), sum))
        .map(Sum::target);
  }

  private static boolean isAll(CommonSubexpression pair, Sum sum) {
    Sum replaced = pair.replacedIn(sum, sum.target());
    return replaced.terms().size() == 1 && replaced.terms().get(0).isUnit();
  }

  /** Leaves out sums that are one value, and reads that value instead of them. */
  private void dropCopies() {
    Map<Value, Value> originals = new HashMap<>();
    List<Statement> kept = new ArrayList<>();
    for (Statement statement : statements) {
      if (statement instanceof Sum sum && sum.terms().size() == 1 && sum.terms().get(0).isUnit()) {
        Value original = sum.terms().get(0).value();
        if (!original.equals(sum.target())) {
          originals.put(sum.target(), originals.getOrDefault(original, original));
        }
      } else {
        kept.add(reading(statement, originals));
      }
    }
    statements.clear();
    statements.addAll(kept);
  }

  private static Statement reading(Statement statement, Map<Value, Value> originals) {
    if (statement instanceof Evaluation evaluation) {
      return evaluation.at(originals.getOrDefault(evaluation.at(), evaluation.at()));
    }
    Sum sum = (Sum) statement;
    return new Sum(
        sum.target(),
        sum.terms().stream()
            .map(
                t ->
                    new WeightedValue(
                        t.weight(), t.learned(), originals.getOrDefault(t.value(), t.value())))
            .toList());
  }

  /**
   * A pair of terms and the indices of the statements whose sums hold it.
   *
   * @param at ascending
   */
  private record Sharing(CommonSubexpression pair, List<Integer> at) {

    boolean isBefore(Sharing other) {
      int first = Integer.compare(at.get(0), other.at.get(0));
      return first < 0 || (first == 0 && pair.toString().compareTo(other.pair.toString()) < 0);
    }
  }
}
