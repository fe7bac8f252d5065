package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A partitioned scheme for p' = f(q), q' = g(p), in which each evaluation occurs once: k_i = f(q +
 * h sum_j ofQ_ij l_j) and l_i = g(p + h sum_j ofP_ij k_j). Stages at the same argument are one,
 * with the sum of their weights, and stages that the results do not depend on are left out.
 *
 * @param ofQ a row for each k, of coefficients of the l
 * @param ofP a row for each l, of coefficients of the k
 * @param weightsOfK b: p becomes p + h sum_i b_i k_i
 * @param weightsOfL B: q becomes q + h sum_i B_i l_i
 */
public record SeparableScheme(
    List<List<Exact>> ofQ, List<List<Exact>> ofP, List<Exact> weightsOfK, List<Exact> weightsOfL) {

  public SeparableScheme {
    ofQ = ofQ.stream().map(List::copyOf).toList();
    ofP = ofP.stream().map(List::copyOf).toList();
    weightsOfK = List.copyOf(weightsOfK);
    weightsOfL = List.copyOf(weightsOfL);
  }

  static SeparableScheme of(PartitionedRungeKutta scheme) {
    SeparableScheme next =
        new SeparableScheme(
            scheme.q().a(), scheme.p().a(), weights(scheme.p()), weights(scheme.q()));
    SeparableScheme before;
    do {
      before = next;
      next = next.onceEach().turned().onceEach().turned();
    } while (!next.equals(before));
    return next.used();
  }

  private static List<Exact> weights(RungeKutta tableau) {
    return IntStream.range(0, tableau.stages()).mapToObj(tableau::b).toList();
  }

  /** The same with p and q exchanged. */
  public SeparableScheme turned() {
    return new SeparableScheme(
        /* ofQ= */ ofP, /* ofP= */ ofQ, /* weightsOfK= */ weightsOfL, /* weightsOfL= */ weightsOfK);
  }

  /** The same with -k in place of each k: what is written in terms of f, where k is -f. */
  public SeparableScheme withOppositeK() {
    return new SeparableScheme(
        ofQ,
        ofP.stream().map(SeparableScheme::opposite).toList(),
        opposite(weightsOfK),
        weightsOfL);
  }

  private static List<Exact> opposite(List<Exact> numbers) {
    return numbers.stream().map(Exact::negate).toList();
  }

  /** The same with other numbers in the place of each. */
  public SeparableScheme map(UnaryOperator<Exact> other) {
    return new SeparableScheme(
        ofQ.stream().map(row -> map(row, other)).toList(),
        ofP.stream().map(row -> map(row, other)).toList(),
        map(weightsOfK, other),
        map(weightsOfL, other));
  }

  private static List<Exact> map(List<Exact> numbers, UnaryOperator<Exact> other) {
    return numbers.stream().map(other).toList();
  }

  /** All coefficients and weights. */
  public List<Exact> numbers() {
    return Stream.of(ofQ, ofP, List.of(weightsOfK, weightsOfL))
        .flatMap(List::stream)
        .flatMap(List::stream)
        .toList();
  }

  /** The number of evaluations of f. */
  public int countOfK() {
    return ofQ.size();
  }

  /** The number of evaluations of g. */
  public int countOfL() {
    return ofP.size();
  }

  /** The k with equal arguments are one. */
  private SeparableScheme onceEach() {
    List<Integer> first = ofQ.stream().map(ofQ::indexOf).toList();
    return select(first.stream().distinct().toList(), first);
  }

  /** The scheme with some of the k; {@code ofEach} says which of them each k is, or -1 for none. */
  private SeparableScheme select(List<Integer> kept, List<Integer> ofEach) {
    return new SeparableScheme(
        kept.stream().map(ofQ::get).toList(),
        ofP.stream().map(row -> columns(row, kept, ofEach)).toList(),
        columns(weightsOfK, kept, ofEach),
        weightsOfL);
  }

  private static List<Exact> columns(List<Exact> row, List<Integer> kept, List<Integer> ofEach) {
    return kept.stream()
        .map(
            column ->
                IntStream.range(0, row.size())
                    .filter(i -> ofEach.get(i).equals(column))
                    .mapToObj(row::get)
                    .reduce(Exact.ZERO, Exact::plus))
        .toList();
  }

  private SeparableScheme used() {
    boolean[] k = new boolean[countOfK()];
    boolean[] l = new boolean[countOfL()];
    mark(k, l, weightsOfK);
    turned().mark(l, k, weightsOfL);
    return onlyK(k).turned().onlyK(l).turned();
  }

  /** Marks the k that a sum of them has, and all that these depend on. */
  private void mark(boolean[] k, boolean[] l, List<Exact> sum) {
    for (int i = 0; i < k.length; i++) {
      if (!sum.get(i).isZero() && !k[i]) {
        k[i] = true;
        turned().mark(l, k, ofQ.get(i));
      }
    }
  }

  private SeparableScheme onlyK(boolean[] used) {
    List<Integer> kept = IntStream.range(0, used.length).filter(i -> used[i]).boxed().toList();
    List<Integer> ofEach =
        IntStream.range(0, used.length).map(i -> used[i] ? i : -1).boxed().toList();
    return select(kept, ofEach);
  }

  /** One evaluation of f, {@code isK}, or of g, and its number from 0. */
  public record Stage(boolean isK, int index) {}

  /**
   * An order in which the evaluations can be made one after the other.
   *
   * @return empty if some of them need each other
   */
  public Optional<List<Stage>> sequence() {
    List<Stage> done = new ArrayList<>();
    int all = countOfK() + countOfL();
    while (done.size() < all) {
      Optional<Stage> next = next(done);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      done.add(next.orElseThrow());
    }
    return Optional.of(done);
  }

  private Optional<Stage> next(List<Stage> done) {
    for (boolean isK : new boolean[] {false, true}) {
      List<List<Exact>> rows = isK ? ofQ : ofP;
      for (int i = 0; i < rows.size(); i++) {
        Stage stage = new Stage(isK, i);
        if (!done.contains(stage) && isReady(rows.get(i), !isK, done)) {
          return Optional.of(stage);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isReady(List<Exact> row, boolean ofK, List<Stage> done) {
    return IntStream.range(0, row.size())
        .allMatch(j -> row.get(j).isZero() || done.contains(new Stage(ofK, j)));
  }

  /**
   * The step backwards, from p and q behind it to those before it, with -h for h: its arguments are
   * the same, written from the other end.
   */
  public SeparableScheme adjoint() {
    return new SeparableScheme(
        ofQ.stream().map(row -> fromTheEnd(row, weightsOfL)).toList(),
        ofP.stream().map(row -> fromTheEnd(row, weightsOfK)).toList(),
        weightsOfK,
        weightsOfL);
  }

  private static List<Exact> fromTheEnd(List<Exact> row, List<Exact> weights) {
    return IntStream.range(0, row.size()).mapToObj(j -> weights.get(j).minus(row.get(j))).toList();
  }
}
