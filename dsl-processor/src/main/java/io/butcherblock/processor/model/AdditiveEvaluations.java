package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The evaluations of f and of g that an explicit additive scheme makes, in an order in which they
 * can be made. Evaluations of the same summand at the same argument are one, with the sum of their
 * weights, and those that the result does not depend on are left out.
 *
 * @param evaluations each looks back to earlier ones only
 * @param weights of the evaluations: y becomes y + h sum_e weight_e k_e
 */
public record AdditiveEvaluations(List<Evaluation> evaluations, List<Exact> weights) {

  public AdditiveEvaluations {
    evaluations = List.copyOf(evaluations);
    weights = List.copyOf(weights);
  }

  /**
   * One evaluation, at y + h sum_e row_e k_e.
   *
   * @param ofF whether it is one of f, not of g
   * @param stage the row of the tableaus that its argument is written in, from 0
   * @param row a coefficient for each evaluation
   */
  public record Evaluation(boolean ofF, int stage, List<Exact> row) {

    public Evaluation {
      row = List.copyOf(row);
    }

    private Evaluation with(List<Exact> other) {
      return new Evaluation(ofF, stage, other);
    }

    private boolean isOfSame(Evaluation other) {
      return ofF == other.ofF && row.equals(other.row);
    }
  }

  static AdditiveEvaluations of(AdditiveRungeKutta scheme) {
    List<Evaluation> all = new ArrayList<>();
    List<Exact> weights = new ArrayList<>();
    for (int i = 0; i < scheme.f().stages(); i++) {
      List<Exact> row = row(scheme, i);
      all.add(new Evaluation(/* ofF= */ true, i, row));
      all.add(new Evaluation(/* ofF= */ false, i, row));
      weights.add(scheme.f().b(i));
      weights.add(scheme.g().b(i));
    }
    AdditiveEvaluations next = new AdditiveEvaluations(all, weights).used();
    AdditiveEvaluations before;
    do {
      before = next;
      next = next.onceEach();
    } while (!next.equals(before));
    return next.used();
  }

  private static List<Exact> row(AdditiveRungeKutta scheme, int i) {
    return IntStream.range(0, scheme.f().stages())
        .boxed()
        .flatMap(j -> Stream.of(scheme.f().a(i, j), scheme.g().a(i, j)))
        .toList();
  }

  public int count() {
    return evaluations.size();
  }

  /** The number of evaluations of f, or of g. */
  public int count(boolean ofF) {
    return Math.toIntExact(evaluations.stream().filter(e -> e.ofF() == ofF).count());
  }

  /** The same with other numbers in the place of each. */
  public AdditiveEvaluations map(UnaryOperator<Exact> other) {
    return new AdditiveEvaluations(
        evaluations.stream().map(e -> e.with(e.row().stream().map(other).toList())).toList(),
        weights.stream().map(other).toList());
  }

  /** All coefficients and weights. */
  public List<Exact> numbers() {
    return Stream.concat(evaluations.stream().flatMap(e -> e.row().stream()), weights.stream())
        .toList();
  }

  private AdditiveEvaluations onceEach() {
    List<Integer> first =
        evaluations.stream()
            .map(
                e ->
                    IntStream.range(0, count())
                        .filter(i -> evaluations.get(i).isOfSame(e))
                        .findFirst()
                        .orElseThrow())
            .toList();
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < count(); i++) {
      groups.computeIfAbsent(first.get(i), key -> new ArrayList<>()).add(i);
    }
    return select(List.copyOf(groups.values()));
  }

  private AdditiveEvaluations used() {
    boolean[] used = new boolean[count()];
    // Each looks back to earlier ones only, so that one round from the last to the first finds all.
    for (int i = count() - 1; i >= 0; i--) {
      int at = i;
      used[i] =
          !weights.get(i).isZero()
              || IntStream.range(i + 1, count())
                  .anyMatch(e -> used[e] && !evaluations.get(e).row().get(at).isZero());
    }
    return select(
        IntStream.range(0, count()).filter(i -> used[i]).mapToObj(i -> List.of(i)).toList());
  }

  /** The evaluations of some groups, each the first of its group with all of their coefficients. */
  private AdditiveEvaluations select(List<List<Integer>> groups) {
    return new AdditiveEvaluations(
        groups.stream()
            .map(group -> evaluations.get(group.get(0)))
            .map(e -> e.with(sums(e.row(), groups)))
            .toList(),
        sums(weights, groups));
  }

  private static List<Exact> sums(List<Exact> numbers, List<List<Integer>> groups) {
    return groups.stream()
        .map(group -> group.stream().map(numbers::get).reduce(Exact.ZERO, Exact::plus))
        .toList();
  }
}
