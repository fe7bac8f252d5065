package io.butcherblock.reverse;

import io.butcherblock.execute.Executable;
import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.execute.TensorSource;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * An operator that LibTorch's autograd differentiates.
 *
 * @param operator the node, ready to run
 * @param image the value whose gradient nobody needs
 * @param tensors where the operator's parameters are from
 */
record RecordedLine(Node node, Executable operator, Value image, TensorSource tensors)
    implements Line {

  static RecordedLine of(Node node, Value image, TensorSource tensors) {
    Executable operator = node.accept(new ExecutableNodes(tensors, Optional.empty()));
    return new RecordedLine(node, operator, image, tensors);
  }

  @Override
  public Evaluation evaluate(Map<Value, Tensor> values) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode recorded = new AutoGradMode(true)) {
      Map<Value, Tensor> leaves = new HashMap<>();
      for (Value value : node.inputs()) {
        Tensor leaf = values.get(value).detach();
        leaf.set_requires_grad(!value.equals(image));
        leaves.put(value, leaf);
      }
      Tensor made = operator.run(leaves);
      // Each once: the gradient by a value that is read twice is that of both uses together.
      List<Value> read =
          node.inputs().stream().distinct().filter(value -> !value.equals(image)).toList();
      List<Tensor> kept = new ArrayList<>(read.stream().map(leaves::get).toList());
      kept.add(made);
      return Evaluation.of(
          made.detach().retainReference(),
          (ofOutput, gradients) -> differentiate(read, kept, ofOutput, gradients),
          kept.toArray(Tensor[]::new));
    }
  }

  private void differentiate(
      List<Value> read, List<Tensor> kept, Tensor ofOutput, Gradients gradients) {
    List<String> keys = List.copyOf(node.parameters().keySet());
    List<Tensor> variables = new ArrayList<>(kept.subList(0, read.size()));
    keys.forEach(key -> variables.add(tensors.parameter(key)));
    if (variables.isEmpty()) {
      return;
    }
    TensorVector gradient =
        Autograd.gradient(
            new TensorVector(kept.get(read.size())),
            new TensorVector(variables.toArray(Tensor[]::new)),
            new TensorVector(ofOutput));
    for (int i = 0; i < read.size(); i++) {
      gradients.ofValues().add(read.get(i), gradient.get(i));
    }
    for (int i = 0; i < keys.size(); i++) {
      gradients.ofParameters().add(keys.get(i), gradient.get((long) read.size() + i));
    }
  }
}
