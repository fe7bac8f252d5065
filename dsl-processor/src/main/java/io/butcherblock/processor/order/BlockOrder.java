package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.StartingProcedure.FromRest;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of a network of blocks, each of which starts a multistep scheme anew. A chain of blocks
 * is a one-step method, whose step is a block: it converges with order q if the error of one block
 * is O(h^(q+1)), that is, if the block's B-series is that of the solution for all trees of up to q
 * nodes.
 *
 * <p>The order of the recurrence and that of its starting procedure do not tell it. Adams-Bashforth
 * 2 started by Euler has blocks of order 1. Leapfrog started by Euler has blocks of order 1 or 2
 * for an odd or even number of steps: the error of the start has the sign (-1)^n.
 */
public final class BlockOrder {

  /** Operations with exact numbers for all trees of one order. */
  private static final long MOST_OPERATIONS = 2_000_000;

  /** Bits that the coefficients of a series may have. */
  private static final long MOST_BITS = 3000;

  private static final int MOST_STEPS = 2000;

  private BlockOrder() {}

  /**
   * The order of a chain of blocks, 0 if they are not consistent. Where it would take too long to
   * find it, the smaller order of the recurrence and its start, which is a lower bound.
   *
   * @param scheme has the order that it claims, and so has its starting procedure
   */
  public static int of(Multistep scheme) {
    if (scheme.carriesHistory()) {
      return ofNetwork(scheme);
    }
    int least =
        scheme.start() instanceof OneStep start
            ? Math.min(scheme.order(), start.scheme().order())
            : 0;
    if (scheme.steps() > MOST_STEPS) {
      return least;
    }
    if (scheme.start() instanceof ZeroHistory && !isSeries(scheme)) {
      return 0;
    }
    BlockSeries series = new BlockSeries(scheme);
    int order = least;
    while (order < OrderConditions.HIGHEST && bits(scheme, order + 1) <= MOST_BITS) {
      List<RootedTree> trees = RootedTree.ofOrder(order + 1);
      if (trees.size() * series.operations() > MOST_OPERATIONS) {
        break;
      }
      if (!trees.stream().allMatch(tree -> series.weight(tree).equals(exact(scheme, tree)))) {
        return order;
      }
      order++;
    }
    return order;
  }

  /**
   * The order of one integration through a whole network: errors of starting values are felt once,
   * so that a start of order p - 1, whose error after a step is O(h^p), keeps the order p (Hairer,
   * N&oslash;rsett, Wanner I, section III.4). From a zero history the first values of f are wrong
   * by O(1) and enter with a factor h; values of y are wrong by O(1).
   *
   * <p>Of y'' = f(y) the start is to be right up to O(h^(p+1)) (section III.10): an error of y[1]
   * grows like n, that of y' being its quotient by h.
   */
  private static int ofNetwork(Multistep scheme) {
    if (scheme.backValues() == 1) {
      return scheme.order();
    }
    if (scheme.start() instanceof OneStep start) {
      return Math.min(scheme.order(), start.scheme().order() + 1);
    }
    if (scheme.start() instanceof FromRest) {
      return Math.min(scheme.order(), FromRest.NETWORK_ORDER);
    }
    return scheme.farthest(Kind.VALUE) > 0 ? 0 : 1;
  }

  /** N^order / gamma: the coefficient of the solution at N h. */
  private static Exact exact(Multistep scheme, RootedTree tree) {
    return Exact.of(scheme.steps()).pow(tree.order()).times(new OrderCondition(tree).rightSide());
  }

  /**
   * Whether, from a zero history, every vector field that counts is taken near y[0]: otherwise the
   * block has no B-series about its input.
   */
  private static boolean isSeries(Multistep scheme) {
    int steps = scheme.steps();
    List<Reach> y = new ArrayList<>(List.of(new Reach(Exact.ONE, false)));
    for (int n = 0; n < steps; n++) {
      Optional<Predictor> predictor = scheme.predictor();
      Reach next = reach(predictor.map(Predictor::terms).orElse(scheme.terms()), n, y, y.get(0));
      for (int i = 0; i < predictor.map(Predictor::corrections).orElse(0); i++) {
        next = reach(scheme.terms(), n, y, next);
      }
      y.add(next);
    }
    return !y.get(steps).far() && y.get(steps).ofInput().isOne();
  }

  /**
   * How a value depends on y[0].
   *
   * @param ofInput the coefficient of y[0]
   * @param far whether it depends on a vector field far from y[0]
   */
  private record Reach(Exact ofInput, boolean far) {}

  /**
   * That of a right-hand side.
   *
   * @param ahead that of the value that f[n+1] is taken at
   */
  private static Reach reach(List<Term> terms, int n, List<Reach> y, Reach ahead) {
    Exact ofInput = Exact.ZERO;
    boolean far = false;
    for (Term term : terms) {
      int at = n - term.back();
      if (at >= 0 && !term.coefficient().isZero()) {
        Reach value = term.back() < 0 ? ahead : y.get(at);
        if (term.kind() == Kind.VALUE) {
          ofInput = ofInput.plus(term.coefficient().times(value.ofInput()));
        }
        far |= value.far() || (term.kind() == Kind.VECTOR_FIELD && !value.ofInput().isOne());
      }
    }
    return new Reach(ofInput, far);
  }

  /** A bound for the bits of a coefficient that belongs to a tree of some nodes. */
  private static long bits(Multistep scheme, int nodes) {
    long ofValues = bits(coefficients(scheme, Kind.VALUE)) * scheme.steps();
    long corrections = scheme.predictor().map(Predictor::corrections).orElse(1);
    long ofField = corrections * bits(coefficients(scheme, Kind.VECTOR_FIELD));
    long ofStart =
        scheme.start() instanceof OneStep start
            ? bits(
                Stream.concat(
                    start.scheme().a().stream().flatMap(List::stream),
                    start.scheme().weights().stream()))
            : 0;
    return ofValues + nodes * (ofField + ofStart);
  }

  private static Stream<Exact> coefficients(Multistep scheme, Kind kind) {
    return Stream.concat(
            scheme.terms().stream(), scheme.predictor().stream().flatMap(p -> p.terms().stream()))
        .filter(term -> term.kind() == kind)
        .map(Term::coefficient);
  }

  /** The bits of the common denominator, at most, and of square roots. */
  private static long bits(Stream<Exact> numbers) {
    return numbers
        .filter(number -> !number.equals(Exact.ONE) && !number.isZero())
        .mapToLong(
            number ->
                number.isRational()
                    ? number.denominator().bitLength()
                        - 1
                        + number.numerator().abs().bitLength() / 8
                    : 8L * number.bitLength())
        .sum();
  }
}
