package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.List;

/**
 * A linear multistep scheme y[n+1] = sum_j a_j y[n-j] + h sum_j b_j f[n-j], j = 0 ... k-1.
 *
 * @param terms the right-hand side in the order in which it is written
 * @param steps the steps that one block takes, those of the starting procedure counted in
 * @param carriesHistory whether the values that it looks back to pass from block to block, so that
 *     the starting procedure stands once; otherwise each block starts anew
 */
public record Multistep(
    String name,
    int order,
    List<Term> terms,
    int steps,
    StartingProcedure start,
    boolean carriesHistory)
    implements Scheme {

  /** A scheme each block of which starts anew. */
  public Multistep(String name, int order, List<Term> terms, int steps, StartingProcedure start) {
    this(name, order, terms, steps, start, /* carriesHistory= */ false);
  }

  public Multistep {
    terms = List.copyOf(terms);
  }

  /** What a term multiplies. */
  public enum Kind {
    /** y[n-j]. */
    VALUE,
    /** h f[n-j]. */
    VECTOR_FIELD
  }

  /**
   * One term of the right-hand side.
   *
   * @param back j in y[n-j]; -1 stands for the implicit n+1
   */
  public record Term(Kind kind, int back, Exact coefficient) {

    /** The index as written: {@code n}, {@code n-2}. */
    public String reference() {
      String index = back == 0 ? "n" : back > 0 ? "n-" + back : "n+" + -back;
      return (kind == Kind.VALUE ? "y[" : "f[") + index + "]";
    }
  }

  /** The number k of back values. */
  public int backValues() {
    return 1 + terms.stream().mapToInt(Term::back).max().orElse(0);
  }

  /** How far back a kind of term with a coefficient other than 0 looks; 0 if there is none. */
  public int farthest(Kind kind) {
    return terms.stream()
        .filter(term -> term.kind() == kind && !term.coefficient().isZero())
        .mapToInt(Term::back)
        .max()
        .orElse(0);
  }

  /** a_j. */
  public Exact a(int j) {
    return coefficient(Kind.VALUE, j);
  }

  /** b_j. */
  public Exact b(int j) {
    return coefficient(Kind.VECTOR_FIELD, j);
  }

  private Exact coefficient(Kind kind, int back) {
    return terms.stream()
        .filter(term -> term.kind() == kind && term.back() == back)
        .map(Term::coefficient)
        .reduce(Exact.ZERO, Exact::plus);
  }
}
