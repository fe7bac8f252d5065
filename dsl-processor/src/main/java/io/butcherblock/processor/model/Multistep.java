package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A linear multistep scheme y[n+1] = sum_j a_j y[n-j] + h^d sum_j b_j f[n-j], j = 0 ... k-1, for
 * y^(d) = f(y).
 *
 * @param equationOrder d, 1 or 2
 * @param terms the right-hand side in the order in which it is written
 * @param steps the steps that one block takes, those of the starting procedure counted in
 * @param carriesHistory whether the values that it looks back to pass from block to block, so that
 *     the starting procedure stands once; otherwise each block starts anew
 * @param absorbed where f has the step size in it, the factor c of f = c h g with the g of the ODE.
 *     The terms have this factor; as they are written they lack it, and h
 * @param predictor of an implicit recurrence, whose terms have f[n+1]
 * @param spelling how its coefficients are written
 */
public record Multistep(
    String name,
    int order,
    int equationOrder,
    List<Term> terms,
    int steps,
    StartingProcedure start,
    boolean carriesHistory,
    Optional<Exact> absorbed,
    Optional<Predictor> predictor,
    Spelling spelling)
    implements Scheme {

  /** A scheme for y' = f(y) whose terms of f have the step size h. */
  public Multistep(
      String name,
      int order,
      List<Term> terms,
      int steps,
      StartingProcedure start,
      boolean carriesHistory) {
    this(
        name,
        order,
        /* equationOrder= */ 1,
        terms,
        steps,
        start,
        carriesHistory,
        Optional.empty(),
        Optional.empty(),
        Spelling.NONE);
  }

  /** A scheme each block of which starts anew. */
  public Multistep(String name, int order, List<Term> terms, int steps, StartingProcedure start) {
    this(name, order, terms, steps, start, /* carriesHistory= */ false);
  }

  public Multistep {
    terms = List.copyOf(terms);
  }

  /** The same with other terms. */
  public Multistep withTerms(List<Term> others) {
    return with(order, others, predictor);
  }

  /** The same for y^(d) = f(y), whose terms of f have the factor h^d. */
  public Multistep withEquationOrder(int d) {
    return new Multistep(
        name, order, d, terms, steps, start, carriesHistory, absorbed, predictor, spelling);
  }

  /** The same with its coefficients as they are written. */
  public Multistep withSpelling(Spelling other) {
    return new Multistep(
        name,
        order,
        equationOrder,
        terms,
        steps,
        start,
        carriesHistory,
        absorbed,
        predictor,
        other);
  }

  /** The same with another claim. */
  public Multistep withOrder(int other) {
    return with(other, terms, predictor);
  }

  /** The same with a predictor. */
  public Multistep with(Predictor other) {
    return with(order, terms, Optional.of(other));
  }

  /** The recurrence alone; an implicit one can be judged so, and not computed. */
  public Multistep withoutPredictor() {
    return with(order, terms, Optional.empty());
  }

  private Multistep with(int claim, List<Term> others, Optional<Predictor> by) {
    return new Multistep(
        name, claim, equationOrder, others, steps, start, carriesHistory, absorbed, by, spelling);
  }

  /** The terms of the recurrence and of its predictor. */
  private Stream<Term> allTerms() {
    return Stream.concat(terms.stream(), predictor.stream().flatMap(p -> p.terms().stream()));
  }

  /** The last q of C_0 = ... = C_q = 0 that the claimed order asks for. */
  public int lastConstant() {
    // Any int can be claimed, even the largest.
    return (int) Math.min(order + (equationOrder - 1L), Integer.MAX_VALUE);
  }

  /** Whether it is for y'' = f(y). */
  public boolean isSecondOrder() {
    return equationOrder == 2;
  }

  /** The step size as it stands before f: {@code h}, {@code h^2}; empty where f has absorbed it. */
  public String stepText() {
    return absorbed.isPresent() ? "" : isSecondOrder() ? "h^2" : "h";
  }

  /** So many of the conditions C_0 = C_1 = ... = 0 as there are coefficients can hold at most. */
  public int mostConditions() {
    int k = 1 + Math.max(0, terms.stream().mapToInt(Term::back).max().orElse(0));
    return 2 * k + (terms.stream().anyMatch(term -> term.back() < 0) ? 1 : 0);
  }

  /**
   * The scheme of the g of f = c h g, if the terms of f as they are lack c h: c is what makes the
   * recurrence consistent, C_1 = 0.
   *
   * @return empty if there is no such c other than 0
   */
  public Optional<Multistep> absorbing() {
    Exact values =
        terms.stream()
            .filter(term -> term.kind() == Kind.VALUE)
            .map(term -> term.coefficient().times(Exact.of(term.back())))
            .reduce(Exact.ONE, Exact::plus);
    Exact fields =
        terms.stream()
            .filter(term -> term.kind() == Kind.VECTOR_FIELD)
            .map(Term::coefficient)
            .reduce(Exact.ZERO, Exact::plus);
    return values.isZero() || fields.isZero()
        ? Optional.empty()
        : Optional.of(absorbing(values.over(fields)));
  }

  private Multistep absorbing(Exact factor) {
    List<Term> others = terms.stream().map(term -> term.absorbing(factor)).toList();
    return new Multistep(
        name,
        order,
        equationOrder,
        others,
        steps,
        start.withStepSize(factor),
        carriesHistory,
        Optional.of(factor),
        predictor.map(p -> p.absorbing(factor)),
        spelling);
  }

  /** The coefficient of a term as written: of f without the factor that f has absorbed. */
  public Exact written(Term term) {
    return term.kind() == Kind.VALUE || absorbed.isEmpty()
        ? term.coefficient()
        : term.coefficient().over(absorbed.orElseThrow());
  }

  /** The starting procedure as written, whose f has absorbed the same factor. */
  public StartingProcedure writtenStart() {
    return absorbed.map(factor -> start.withStepSize(Exact.ONE.over(factor))).orElse(start);
  }

  /** What a term multiplies. */
  public enum Kind {
    /** y[n-j]. */
    VALUE,
    /** h^d f[n-j]. */
    VECTOR_FIELD
  }

  /**
   * One term of the right-hand side.
   *
   * @param back j in y[n-j]; -1 stands for the implicit n+1
   */
  public record Term(Kind kind, int back, Exact coefficient) {

    /** The same with a factor, if it is a term of f. */
    Term absorbing(Exact factor) {
      return kind == Kind.VALUE ? this : new Term(kind, back, coefficient.times(factor));
    }

    /** The index as written: {@code n}, {@code n-2}. */
    public String reference() {
      String index = back == 0 ? "n" : back > 0 ? "n-" + back : "n+" + -back;
      return (kind == Kind.VALUE ? "y[" : "f[") + index + "]";
    }
  }

  /** The number k of back values. */
  public int backValues() {
    return 1 + allTerms().mapToInt(Term::back).filter(back -> back >= 0).max().orElse(0);
  }

  /** How far back a kind of term with a coefficient other than 0 looks; 0 if there is none. */
  public int farthest(Kind kind) {
    return allTerms()
        .filter(term -> term.kind() == kind && !term.coefficient().isZero())
        .mapToInt(Term::back)
        .filter(back -> back >= 0)
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
