package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.GenericMember;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.multivariate.MultivariatePolynomial;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Formula;
import io.butcherblock.program.Instruction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the coefficients of a block of a family are as functions of its free parameters. The block
 * is that of a member that has nothing special, in which each number tells the function it is the
 * value of; so it has the shape of the block of every member, and a coefficient that is 0 or 1 for
 * some values only is not left out.
 */
final class FamilyTerms {

  private final List<FreeParameter> parameters;
  private final GenericMember member;
  private final Set<Exact> numbers;

  FamilyTerms(ParametricScheme family) {
    this.parameters = family.parameters();
    this.numbers = new HashSet<>(startingNumbers(family));
    this.member = GenericMember.of(family, numbers);
    family.functions().stream()
        .filter(RationalFunction::isConstant)
        .map(RationalFunction::constant)
        .forEach(numbers::add);
  }

  /** The numbers of the starting procedure, which do not depend on the parameters. */
  private static Set<Exact> startingNumbers(ParametricScheme family) {
    Set<Exact> numbers = new HashSet<>(Set.of(Exact.ONE));
    if (family instanceof ParametricMultistep recurrence
        && recurrence.shape().start() instanceof OneStep start) {
      RungeKutta scheme = start.scheme();
      Stream.concat(
              scheme.a().stream().flatMap(List::stream),
              IntStream.range(0, scheme.stages()).mapToObj(scheme::b))
          .forEach(numbers::add);
    }
    return numbers;
  }

  /** The member whose block is that of all. */
  GenericMember member() {
    return member;
  }

  /** What a number of the member is for all members: empty where it is that number. */
  Optional<Factor> factor(Exact number) {
    RationalFunction function = member.functions().get(number);
    if (function != null) {
      return Optional.of(new Factor.Derived(formula(function)));
    }
    if (!numbers.contains(number)) {
      throw new IllegalStateException(number + " is no coefficient of the family.");
    }
    return Optional.empty();
  }

  private Formula formula(RationalFunction function) {
    List<FreeParameter> used =
        parameters.stream().filter(p -> function.variables().contains(p.name())).toList();
    return new Formula(
        function.toString(),
        used.stream().map(FamilyTerms::inDoubles).toList(),
        monomials(function.numerator(), used),
        monomials(function.denominator(), used));
  }

  private static List<Formula.Monomial> monomials(
      MultivariatePolynomial polynomial, List<FreeParameter> used) {
    return polynomial.terms().entrySet().stream()
        .map(
            term ->
                new Formula.Monomial(
                    term.getValue().doubleValue(),
                    used.stream().map(p -> term.getKey().power(p.name())).toList()))
        .toList();
  }

  private static io.butcherblock.program.FreeParameter inDoubles(FreeParameter parameter) {
    return new io.butcherblock.program.FreeParameter(
        parameter.name(), parameter.low().doubleValue(), parameter.high().doubleValue());
  }

  /** The free parameters that a block depends on, as what is trained of it. */
  List<Coefficient> trainedIn(List<Instruction> instructions) {
    Set<String> names =
        LoweredProgram.formulas(instructions).stream()
            .flatMap(formula -> formula.parameters().stream())
            .map(io.butcherblock.program.FreeParameter::name)
            .collect(Collectors.toSet());
    return parameters.stream()
        .filter(parameter -> names.contains(parameter.name()))
        .map(
            parameter ->
                new Coefficient(
                    parameter.name(),
                    "the logit of the free parameter "
                        + parameter.name()
                        + " in ["
                        + parameter.low()
                        + ", "
                        + parameter.high()
                        + "]",
                    "that of " + parameter.start(),
                    logit(parameter)))
        .toList();
  }

  /** Of a start in the middle, 0 without rounding. */
  private static double logit(FreeParameter parameter) {
    Exact start = parameter.start();
    return Math.log(start.minus(parameter.low()).over(parameter.high().minus(start)).doubleValue());
  }
}
