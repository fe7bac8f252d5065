package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SimplestFraction;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A member of a family that has nothing special: different functions have different values there,
 * none of them 0 or 1, and none a number that occurs in the scheme for every value of the
 * parameters. So what is a coefficient of the member tells which function it is the value of.
 *
 * @param functions the functions that are no numbers, by their values
 */
public record GenericMember(
    Scheme scheme, Map<String, Exact> values, Map<Exact, RationalFunction> functions) {

  private static final int MOST_TRIES = 200;
  private static final long FIRST = 10_007;
  private static final long NEXT = 7919;
  private static final long WHOLE = 65_537;

  public GenericMember {
    values = Map.copyOf(values);
    functions = Map.copyOf(functions);
  }

  /**
   * Finds such a member; there are many.
   *
   * @param numbers those that occur beside the functions, as in a starting procedure
   */
  public static GenericMember of(ParametricScheme family, Set<Exact> numbers) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Map<String, Exact> values = new HashMap<>();
      long next = FIRST + attempt * NEXT;
      for (FreeParameter parameter : family.parameters()) {
        Exact width = parameter.high().minus(parameter.low());
        Exact from = parameter.low().plus(width.times(Exact.of(next % WHOLE, WHOLE)));
        values.put(
            parameter.name(),
            SimplestFraction.between(from, from.plus(width.times(Exact.of(1, WHOLE)))));
        next = next * NEXT + FIRST;
      }
      Map<Exact, RationalFunction> functions = functions(family, values, numbers);
      if (!functions.isEmpty()) {
        return new GenericMember(family.at(values), values, functions);
      }
    }
    throw new TooMuchWork();
  }

  /** Empty if the values tell too little. */
  private static Map<Exact, RationalFunction> functions(
      ParametricScheme family, Map<String, Exact> values, Set<Exact> numbers) {
    List<Exact> taken = new ArrayList<>(numbers);
    taken.add(Exact.ZERO);
    taken.add(Exact.ONE);
    family.functions().stream()
        .filter(RationalFunction::isConstant)
        .map(RationalFunction::constant)
        .forEach(taken::add);
    Map<Exact, RationalFunction> functions = new HashMap<>();
    for (RationalFunction function : family.functions()) {
      if (!function.isConstant()) {
        Exact value = function.at(values);
        RationalFunction known = functions.putIfAbsent(value, function);
        if (taken.contains(value) || (known != null && !known.isSame(function))) {
          return Map.of();
        }
      }
    }
    return functions;
  }
}
