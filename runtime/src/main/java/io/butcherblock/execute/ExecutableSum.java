package io.butcherblock.execute;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A sum that is ready to run. As generated blocks sum: from a plain term on, each further term in
 * one operator.
 *
 * @param first the term that the others are added to
 * @param inPlace whether to add them in its memory
 */
record ExecutableSum(Addend first, List<Addend> rest, boolean inPlace) implements Executable {

  /**
   * A term.
   *
   * @param trained makes the factor, for its caller to close, if it depends on what is trained;
   *     else null
   * @param number the factor if it does not
   */
  private record Addend(Value value, Supplier<Tensor> trained, double number) {

    static Addend of(Term term, TensorSource tensors) {
      Factor factor = term.factor();
      return new Addend(
          term.value(),
          trained(factor, tensors),
          factor instanceof Factor.Frozen frozen ? frozen.value() : 1);
    }

    private static Supplier<Tensor> trained(Factor factor, TensorSource tensors) {
      if (factor instanceof Factor.Derived derived) {
        Tensor[] logits =
            derived.formula().parameters().stream()
                .map(parameter -> tensors.parameter(parameter.name()))
                .toArray(Tensor[]::new);
        return () -> DerivedCoefficient.of(derived.formula(), logits);
      }
      return factor instanceof Factor.Trained trained
          ? () -> new Tensor(tensors.parameter(trained.coefficient()))
          : null;
    }

    boolean isUnit() {
      return trained == null && number == 1;
    }

    Tensor product(Tensor k) {
      if (trained != null) {
        try (Tensor factor = trained.get()) {
          return k.mul(factor);
        }
      }
      try (Scalar scalar = new Scalar(number)) {
        return isUnit() ? k.clone() : k.mul(scalar);
      }
    }

    Tensor addedTo(Tensor y, Tensor k) {
      if (trained != null) {
        try (Tensor factor = trained.get()) {
          return y.addcmul(k, factor);
        }
      }
      try (Scalar scalar = new Scalar(number)) {
        return y.add(k, scalar);
      }
    }

    void accumulate(Tensor sum, Tensor k) {
      if (trained != null) {
        try (Tensor factor = trained.get()) {
          sum.addcmul_(k, factor);
        }
        return;
      }
      try (Scalar scalar = new Scalar(number)) {
        sum.add_(k, scalar);
      }
    }
  }

  static ExecutableSum of(List<Term> terms, TensorSource tensors, Optional<Value> overwritten) {
    List<Term> rest = new ArrayList<>(terms);
    Term first =
        rest.stream()
            .filter(Term::isUnit)
            .filter(term -> overwritten.map(term.value()::equals).orElse(true))
            .findFirst()
            .orElse(rest.get(0));
    rest.remove(first);
    return new ExecutableSum(
        Addend.of(first, tensors),
        rest.stream().map(term -> Addend.of(term, tensors)).toList(),
        overwritten.isPresent());
  }

  @Override
  public Tensor run(Map<Value, Tensor> values) {
    Tensor start = values.get(first.value);
    if (inPlace) {
      return accumulate(start, rest, values);
    }
    if (first.isUnit() && !rest.isEmpty()) {
      Addend second = rest.get(0);
      Tensor sum = second.addedTo(start, values.get(second.value));
      return accumulate(sum, rest.subList(1, rest.size()), values);
    }
    return accumulate(first.product(start), rest, values);
  }

  private static Tensor accumulate(Tensor sum, List<Addend> terms, Map<Value, Tensor> values) {
    for (Addend term : terms) {
      term.accumulate(sum, values.get(term.value));
    }
    return sum;
  }
}
