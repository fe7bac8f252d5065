package io.butcherblock.train;

import io.butcherblock.nn.SegmentedNetwork;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The gradient of a loss without the feature maps inside of blocks, by the chain rule written out:
 * forward without recording, then block by block from the last on, each run a second time from its
 * input, which is kept or follows from its output by the inverse of the block.
 */
final class RecomputedGradient implements AutoCloseable {

  private final SegmentedNetwork network;

  /** The values between blocks that live, each once. */
  private final Map<Value, Tensor> values = new HashMap<>();

  /** The gradients by these values, as far as they are known. */
  private final Map<Value, Tensor> byValue = new HashMap<>();

  private final Map<String, Tensor> byParameter = new HashMap<>();

  private RecomputedGradient(SegmentedNetwork network) {
    this.network = network;
  }

  /**
   * Computes a loss and its gradient.
   *
   * @param lr images; stay the caller's
   * @param loss of the enlarged images, a new scalar
   * @param names those of all parameters, in the order of the gradient
   */
  static LossGradient of(
      SegmentedNetwork network, Tensor lr, UnaryOperator<Tensor> loss, List<String> names) {
    try (RecomputedGradient gradient = new RecomputedGradient(network)) {
      return gradient.compute(lr, loss, names);
    }
  }

  private LossGradient compute(Tensor lr, UnaryOperator<Tensor> loss, List<String> names) {
    List<Tensor> head = head(lr);
    forward();
    Tensor value = tail(loss);
    for (int i = network.blocks() - 1; i >= 0; i--) {
      stepBack(i);
    }
    differentiate(network.headOutputs(), head, Map.of(), network.headParameters());
    head.forEach(Tensor::close);
    TensorVector all = new TensorVector(names.size());
    for (int i = 0; i < names.size(); i++) {
      Tensor gradient = byParameter.get(names.get(i));
      if (gradient != null) {
        all.put(i, gradient);
      }
    }
    return new LossGradient(value, all.retainReference());
  }

  /** The outputs of the head, with what their gradient needs; copies go on without. */
  private List<Tensor> head(Tensor lr) {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> head = network.head(lr);
      for (int i = 0; i < head.size(); i++) {
        head.get(i).retainReference();
        values.put(network.headOutputs().get(i), head.get(i).detach().retainReference());
      }
      return head;
    }
  }

  /** Runs the blocks; drops the state before each one that has an inverse. */
  private void forward() {
    for (int i = 0; i < network.blocks(); i++) {
      try (PointerScope scope = new PointerScope();
          NoGradGuard unrecorded = new NoGradGuard()) {
        List<Tensor> made = network.block(i, of(network.before(i)));
        for (int j = 0; j < made.size(); j++) {
          values.put(network.made(i).get(j), made.get(j).retainReference());
        }
      }
      if (network.isInvertible(i)) {
        for (Value value : network.before(i)) {
          if (!network.behind(i).contains(value) && !network.tailInputs().contains(value)) {
            values.remove(value).close();
          }
        }
      }
    }
  }

  private List<Tensor> of(List<Value> named) {
    return named.stream().map(values::get).toList();
  }

  /** The loss; notes the gradients by what the tail takes. */
  private Tensor tail(UnaryOperator<Tensor> loss) {
    try (PointerScope scope = new PointerScope()) {
      Map<Value, Tensor> leaves = leaves(network.tailInputs());
      Tensor sr = network.tail(network.tailInputs().stream().map(leaves::get).toList());
      Tensor value = loss.apply(sr);
      Value name = new Value("loss");
      byValue.put(name, torch.ones_like(value).retainReference());
      differentiate(List.of(name), List.of(value), leaves, network.tailParameters());
      return value.detach().to(torch.ScalarType.Double).retainReference();
    }
  }

  /** From the gradients by the state behind a block to those by the state before it. */
  private void stepBack(int block) {
    List<Value> made = network.made(block);
    if (network.isInvertible(block)) {
      try (PointerScope scope = new PointerScope();
          NoGradGuard unrecorded = new NoGradGuard()) {
        List<Tensor> before = network.inverse(block, of(network.behind(block)));
        for (int i = 0; i < before.size(); i++) {
          Value value = network.before(block).get(i);
          if (!values.containsKey(value)) {
            values.put(value, before.get(i).retainReference());
          }
        }
      }
    }
    made.forEach(value -> values.remove(value).close());
    try (PointerScope scope = new PointerScope()) {
      Map<Value, Tensor> leaves = leaves(network.before(block));
      List<Tensor> again =
          network.block(block, network.before(block).stream().map(leaves::get).toList());
      differentiate(made, again, leaves, network.blockParameters(block));
    }
  }

  private Map<Value, Tensor> leaves(List<Value> named) {
    Map<Value, Tensor> leaves = new HashMap<>();
    for (Value value : named) {
      Tensor leaf = values.get(value).detach();
      leaf.set_requires_grad(true);
      leaves.put(value, leaf);
    }
    return leaves;
  }

  /**
   * Adds the gradients by {@code leaves} and parameters that outputs pass on, and forgets those by
   * the outputs.
   */
  private void differentiate(
      List<Value> names,
      List<Tensor> outputs,
      Map<Value, Tensor> leaves,
      Map<String, Tensor> parameters) {
    try (PointerScope scope = new PointerScope()) {
      TensorVector from = new TensorVector();
      TensorVector given = new TensorVector();
      List<Tensor> spent = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        Tensor gradient = byValue.remove(names.get(i));
        if (gradient != null) {
          from.push_back(outputs.get(i));
          given.push_back(gradient);
          spent.add(gradient);
        }
      }
      List<Value> inputs = List.copyOf(leaves.keySet());
      List<String> keys = List.copyOf(parameters.keySet());
      TensorVector by = new TensorVector();
      inputs.forEach(value -> by.push_back(leaves.get(value)));
      keys.forEach(key -> by.push_back(parameters.get(key)));
      if (!from.empty()) {
        TensorVector gradients =
            torch.grad(from, by, given, new BoolOptional(), false, /* allow_unused= */ true);
        for (int i = 0; i < inputs.size(); i++) {
          add(byValue, inputs.get(i), gradients.get(i));
        }
        for (int i = 0; i < keys.size(); i++) {
          add(byParameter, keys.get(i), gradients.get(inputs.size() + i));
        }
      }
      spent.forEach(Tensor::close);
    }
  }

  private static <K> void add(Map<K, Tensor> gradients, K key, Tensor term) {
    if (!term.defined()) {
      return;
    }
    Tensor before = gradients.get(key);
    if (before == null) {
      // What a vector gives is its own element, and ends with it.
      gradients.put(key, new Tensor(term).retainReference());
    } else {
      gradients.put(key, before.add(term).retainReference());
      before.close();
    }
  }

  @Override
  public void close() {
    values.values().forEach(Tensor::close);
    byValue.values().forEach(Tensor::close);
    byParameter.values().forEach(Tensor::close);
  }
}
