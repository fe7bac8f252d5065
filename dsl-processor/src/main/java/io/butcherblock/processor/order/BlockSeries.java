package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values y[0] ... y[N] of one block of a multistep scheme as B-series about its input y[0]
 * (Hairer, N&oslash;rsett, Wanner I, section II.12): to a tree t belongs the coefficient Y_n(t),
 * and h f(y[n]) has the coefficient prod Y_n(u) over the children u of t. A block is a Runge-Kutta
 * step of size N h, whose weights are the Y_N(t).
 */
final class BlockSeries {

  private final Multistep scheme;
  private final Optional<RungeKutta> start;
  private final int startingSteps;
  private final Map<RootedTree, Coefficients> known = new HashMap<>();

  BlockSeries(Multistep scheme) {
    this.scheme = scheme;
    start = scheme.start() instanceof OneStep one ? Optional.of(one.scheme()) : Optional.empty();
    startingSteps = start.isPresent() ? scheme.backValues() - 1 : 0;
  }

  /** The sums and products that one tree takes. */
  long operations() {
    long stages = start.map(RungeKutta::stages).orElse(0);
    return startingSteps * stages * (stages + 3) / 2
        + (scheme.steps() - startingSteps)
            * (scheme.predictor().map(p -> p.terms().size()).orElse(0)
                + (long) corrections() * scheme.terms().size());
  }

  private int corrections() {
    return scheme.predictor().map(Predictor::corrections).orElse(1);
  }

  /** Y_N(tree), N being the steps of a block. */
  Exact weight(RootedTree tree) {
    return coefficients(tree).values().get(scheme.steps());
  }

  /**
   * What belongs to one tree.
   *
   * @param values of y[0], y[1], ...
   * @param arguments of the arguments of all stages of starting step n, at [n]
   * @param predicted of the values that the corrections of step n begin with, by n
   */
  private record Coefficients(
      List<Exact> values, List<List<Exact>> arguments, Map<Integer, List<Exact>> predicted) {}

  private Coefficients coefficients(RootedTree tree) {
    Coefficients found = known.get(tree);
    if (found == null) {
      found =
          new Coefficients(
              new ArrayList<>(List.of(Exact.ZERO)), new ArrayList<>(), new HashMap<>());
      for (int n = 0; n < scheme.steps(); n++) {
        found
            .values()
            .add(
                n < startingSteps
                    ? startingStep(start.orElseThrow(), tree, n, found)
                    : step(tree, n, found));
      }
      known.put(tree, found);
    }
    return found;
  }

  private Exact startingStep(RungeKutta starting, RootedTree tree, int n, Coefficients found) {
    Exact y = found.values().get(n);
    List<Exact> arguments = new ArrayList<>();
    List<Exact> k = new ArrayList<>();
    Exact next = y;
    for (int i = 0; i < starting.stages(); i++) {
      Exact argument = y;
      for (int j = 0; j < i; j++) {
        if (!starting.a(i, j).isZero()) {
          argument = argument.plus(starting.a(i, j).times(k.get(j)));
        }
      }
      int stage = i;
      arguments.add(argument);
      k.add(product(tree, child -> child.arguments().get(n).get(stage)));
      next = next.plus(starting.b(i).times(k.get(i)));
    }
    found.arguments().add(arguments);
    return next;
  }

  private Exact step(RootedTree tree, int n, Coefficients found) {
    if (scheme.predictor().isEmpty()) {
      return sum(scheme.terms(), tree, n, found.values(), -1);
    }
    List<Exact> predicted = new ArrayList<>();
    Exact y = sum(scheme.predictor().orElseThrow().terms(), tree, n, found.values(), -1);
    for (int correction = 0; correction < corrections(); correction++) {
      predicted.add(y);
      y = sum(scheme.terms(), tree, n, found.values(), correction);
    }
    found.predicted().put(n, predicted);
    return y;
  }

  /**
   * A right-hand side. Terms that look back before y[0] vanish.
   *
   * @param last which of the values predicted so far f[n+1] is taken at
   */
  private Exact sum(List<Term> terms, RootedTree tree, int n, List<Exact> values, int last) {
    Exact next = Exact.ZERO;
    for (Term term : terms) {
      int at = n - term.back();
      if (at >= 0 && !term.coefficient().isZero()) {
        Exact value =
            term.kind() == Kind.VALUE
                ? values.get(at)
                : term.back() < 0
                    ? product(tree, child -> child.predicted().get(n).get(last))
                    : product(tree, child -> child.values().get(at));
        next = next.plus(term.coefficient().times(value));
      }
    }
    return next;
  }

  private Exact product(RootedTree tree, Function<Coefficients, Exact> of) {
    Exact product = Exact.ONE;
    for (RootedTree child : tree.children()) {
      product = product.times(of.apply(coefficients(child)));
    }
    return product;
  }
}
