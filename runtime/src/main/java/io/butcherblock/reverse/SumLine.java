package io.butcherblock.reverse;

import io.butcherblock.execute.DerivedCoefficient;
import io.butcherblock.execute.Executable;
import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.execute.TensorSource;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Factor;
import io.butcherblock.program.FreeParameter;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * A linear combination: the gradient of each term is its factor times that of the sum, and that of
 * a factor the scalar product of its value with it.
 *
 * @param operator the sum, ready to run
 * @param tensors where trained factors are from
 */
record SumLine(List<Term> terms, Executable operator, TensorSource tensors) implements Line {

  static SumLine of(Value output, List<Term> terms, TensorSource tensors) {
    Node node = new Node.LinearCombination(output, terms);
    return new SumLine(terms, node.accept(new ExecutableNodes(tensors, Optional.empty())), tensors);
  }

  @Override
  public Evaluation evaluate(Map<Value, Tensor> values) {
    try (PointerScope scope = new PointerScope()) {
      Tensor sum = operator.run(values).retainReference();
      // The value of a factor that is not trained is not needed again.
      Tensor[] read =
          terms.stream()
              .filter(term -> isTrained(term.factor()))
              .map(term -> new Tensor(values.get(term.value())))
              .toArray(Tensor[]::new);
      return Evaluation.of(sum, (ofSum, gradients) -> differentiate(read, ofSum, gradients), read);
    }
  }

  private static boolean isTrained(Factor factor) {
    return factor instanceof Factor.Trained || factor instanceof Factor.Derived;
  }

  private void differentiate(Tensor[] read, Tensor ofSum, Gradients gradients) {
    int next = 0;
    for (Term term : terms) {
      if (term.factor() instanceof Factor.Frozen frozen) {
        gradients.ofValues().addMultiple(term.value(), ofSum, frozen.value());
      } else if (term.factor() instanceof Factor.Trained trained) {
        Tensor factor = tensors.parameter(trained.coefficient()).detach();
        gradients.ofValues().addMultiple(term.value(), ofSum, factor);
        gradients.ofParameters().add(trained.coefficient(), product(read[next++], ofSum));
      } else if (term.factor() instanceof Factor.Derived derived) {
        differentiate(derived, term.value(), read[next++], ofSum, gradients);
      } else {
        gradients.ofValues().add(term.value(), ofSum);
      }
    }
  }

  /** Autograd knows the derivatives of what a coefficient is computed from. */
  private void differentiate(
      Factor.Derived derived, Value value, Tensor read, Tensor ofSum, Gradients gradients) {
    List<String> keys = derived.formula().parameters().stream().map(FreeParameter::name).toList();
    Tensor[] logits = keys.stream().map(tensors::parameter).toArray(Tensor[]::new);
    Tensor factor;
    try (AutoGradMode recorded = new AutoGradMode(true)) {
      factor = DerivedCoefficient.of(derived.formula(), logits);
    }
    try (factor) {
      gradients.ofValues().addMultiple(value, ofSum, factor.detach());
      TensorVector ofLogits =
          Autograd.gradient(
              new TensorVector(factor),
              new TensorVector(logits),
              new TensorVector(product(read, ofSum)));
      for (int i = 0; i < keys.size(); i++) {
        gradients.ofParameters().add(keys.get(i), ofLogits.get(i));
      }
    }
  }

  /** The scalar product of two tensors of one shape, [1]. */
  private static Tensor product(Tensor x, Tensor y) {
    return x.reshape(-1).dot(y.reshape(-1)).reshape(1);
  }
}
