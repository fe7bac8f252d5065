package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure.FromRest;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.model.TableauPair;
import java.util.Collection;
import java.util.List;

/** The methods generated for a block stay below the 64 KiB of bytecode that a class file allows. */
final class SizeRule implements Rule<Scheme> {

  /** Some 26 bytes of bytecode go into each trained coefficient of a scheme's facts. */
  static final int MOST = 2000;

  /** Coefficients of a step of Stoermer's rule. */
  private static final int OF_REST = 3;

  @Override
  public List<Finding> check(Scheme scheme) {
    long size = size(scheme);
    return size <= MOST
        ? List.of()
        : List.of(Message.TOO_LARGE.at(new Location.Member("value"), scheme.name(), size, MOST));
  }

  private static long size(Scheme scheme) {
    if (scheme instanceof TableauPair pair) {
      return size(pair.first()) + size(pair.second());
    }
    return scheme instanceof RungeKutta tableau
        ? size(tableau) * Math.max(1, tableau.steps())
        : size((Multistep) scheme);
  }

  private static long size(RungeKutta scheme) {
    return scheme.a().stream().mapToLong(SizeRule::nonZero).sum() + nonZero(scheme.weights());
  }

  private static long size(Multistep scheme) {
    long starting =
        scheme.start() instanceof OneStep start
            ? (scheme.backValues() - 1) * size(start.scheme())
            : scheme.start() instanceof FromRest ? OF_REST * (scheme.backValues() - 1L) : 0;
    long step =
        scheme
            .predictor()
            .map(p -> p.terms().size() + (long) p.corrections() * scheme.terms().size())
            .orElse((long) scheme.terms().size());
    return starting + step * Math.max(0, scheme.steps());
  }

  private static long nonZero(Collection<Exact> numbers) {
    return numbers.stream().filter(number -> !number.isZero()).count();
  }
}
