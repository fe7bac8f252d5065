package io.butcherblock.plan;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds the coefficient of a value into the convolution that makes it, where all that read the
 * value multiply it by the same: weights and bias are multiplied once, not feature maps each time.
 */
final class CoefficientFolding {

  private CoefficientFolding() {}

  static List<Operation> fold(List<Operation> operations) {
    List<Operation> before = operations;
    List<Operation> after = once(before);
    // A sum of one term gives the convolution's value its own name, under which it may have a
    // factor in the next sum.
    while (!after.equals(before)) {
      before = after;
      after = once(before);
    }
    return after;
  }

  private static List<Operation> once(List<Operation> operations) {
    DefUse uses = new DefUse(operations);
    List<Operation> result = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof Operation.Convolve convolve) {
        result.add(folded(convolve, uses));
      } else if (operation instanceof Operation.Sum sum) {
        if (renamed(sum, uses).isEmpty()) {
          result.add(new Operation.Sum(sum.output(), unfolded(sum, uses)));
        }
      } else {
        result.add(operation);
      }
    }
    return result;
  }

  private static Operation folded(Operation.Convolve convolve, DefUse uses) {
    Value output = convolve.output();
    Kernel kernel = common(output, uses).map(convolve.kernel()::times).orElse(convolve.kernel());
    Value name =
        uses.onlyReader(output)
            .filter(reader -> reader instanceof Operation.Sum sum && renamed(sum, uses).isPresent())
            .map(Operation::output)
            .orElse(output);
    return new Operation.Convolve(name, convolve.input(), kernel, convolve.padding());
  }

  /** The convolution whose value a sum of one term takes over under its own name. */
  private static Optional<Operation.Convolve> renamed(Operation.Sum sum, DefUse uses) {
    Value first = sum.terms().get(0).value();
    return sum.terms().size() == 1 && uses.onlyReader(first).isPresent()
        ? uses.convolution(first)
        : Optional.empty();
  }

  /** The factor, other than 1, that all who read {@code value} multiply it by. */
  private static Optional<Factor> common(Value value, DefUse uses) {
    List<Operation> readers = uses.readers(value);
    List<Factor> factors = new ArrayList<>();
    for (Operation reader : readers) {
      if (!(reader instanceof Operation.Sum sum)) {
        return Optional.empty();
      }
      sum.terms().stream()
          .filter(term -> term.value().equals(value))
          .map(Term::factor)
          .forEach(factors::add);
    }
    boolean same = factors.stream().distinct().count() == 1;
    return same && !(factors.get(0) instanceof Factor.Unit)
        ? Optional.of(factors.get(0))
        : Optional.empty();
  }

  private static List<Term> unfolded(Operation.Sum sum, DefUse uses) {
    List<Term> terms = new ArrayList<>();
    for (Term term : sum.terms()) {
      boolean folded =
          uses.convolution(term.value()).isPresent() && common(term.value(), uses).isPresent();
      terms.add(folded ? new Term(new Factor.Unit(), term.value()) : term);
    }
    return terms;
  }
}
