package io.butcherblock.train;

import io.butcherblock.nn.NetworkSegment;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The gradient of a loss without keeping the activations of the blocks: the segments of the network
 * are run without recording; then, from the last to the first, each again with recording, and its
 * gradient follows from those of its outputs by the chain rule.
 */
final class RecomputedGradient implements AutoCloseable {

  private final SuperResolutionNetwork network;
  private final Activations activations;
  private final TensorVector parameters;
  private final List<NetworkSegment> segments;

  /** The number of each parameter by its name. */
  private final Map<String, Long> numbers = new HashMap<>();

  /** What segments made and others still read. */
  private final Map<Value, Tensor> values = new HashMap<>();

  /** The gradients by values whose segment is still to be differentiated. */
  private final Map<Value, Tensor> ofValues = new HashMap<>();

  /** The gradients by the parameters, by their numbers. */
  private final Map<Long, Tensor> ofParameters = new HashMap<>();

  private RecomputedGradient(
      SuperResolutionNetwork network, Activations activations, TensorVector parameters) {
    this.network = network;
    this.activations = activations;
    this.parameters = parameters;
    this.segments = network.segments();
    long next = 0;
    for (String name : network.parameters().byName().keySet()) {
      numbers.put(name, next++);
    }
  }

  /**
   * Computes a loss and its gradient.
   *
   * @param parameters all of the network's, in their order
   * @param lr images, on the network's device; stay the caller's
   * @param lossOf the loss of enlarged images, a new tensor
   */
  static LossGradient of(
      SuperResolutionNetwork network,
      Activations activations,
      TensorVector parameters,
      Tensor lr,
      UnaryOperator<Tensor> lossOf) {
    try (RecomputedGradient gradient = new RecomputedGradient(network, activations, parameters)) {
      return gradient.compute(lr, lossOf);
    }
  }

  private LossGradient compute(Tensor lr, UnaryOperator<Tensor> lossOf) {
    int last = segments.size() - 1;
    forward(lr);
    Tensor loss = differentiateLoss(segments.get(last), lossOf);
    try {
      for (int i = last - 1; i > 0; i--) {
        invert(segments.get(i));
        differentiate(segments.get(i), leaves(segments.get(i)));
      }
      differentiate(segments.get(0), List.of(lr));
      try (PointerScope scope = new PointerScope()) {
        TensorVector gradient = new TensorVector(parameters.size());
        ofParameters.forEach(gradient::put);
        return new LossGradient(loss, gradient.retainReference());
      }
    } catch (RuntimeException | Error e) {
      loss.close();
      throw e;
    }
  }

  /** Runs all segments but the last, and keeps what is not computed again. */
  private void forward(Tensor lr) {
    int last = segments.size() - 1;
    Set<Value> kept = new HashSet<>(segments.get(0).outputs());
    kept.addAll(segments.get(last).inputs());
    try (NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < last; i++) {
        NetworkSegment segment = segments.get(i);
        put(segment.outputs(), made(segment, i == 0 ? List.of(lr) : there(segment.inputs())));
        if (activations.inverts(segment)) {
          segment.recomputed().stream()
              .filter(value -> !kept.contains(value))
              .forEach(value -> values.remove(value).close());
        }
      }
    }
  }

  private List<Tensor> made(NetworkSegment segment, List<Tensor> inputs) {
    if (activations.inverts(segment)) {
      return network.forwardInDouble(segment, inputs);
    }
    try (PointerScope scope = new PointerScope()) {
      return network.forward(segment, inputs.stream().map(RecomputedGradient::single).toList());
    }
  }

  /** States that an inverse reads are in double precision. */
  private static Tensor single(Tensor value) {
    return value.scalar_type().intern() == torch.ScalarType.Double
        ? value.to(torch.ScalarType.Float)
        : value;
  }

  /** Computes the inputs of a block that are not there any more. */
  private void invert(NetworkSegment segment) {
    if (values.keySet().containsAll(segment.inputs())) {
      return;
    }
    try (NoGradGuard guard = new NoGradGuard()) {
      put(segment.recomputed(), network.inverse(segment, there(segment.stateBehind())));
    }
  }

  private Tensor differentiateLoss(NetworkSegment segment, UnaryOperator<Tensor> lossOf) {
    List<Tensor> leaves = leaves(segment);
    try (PointerScope scope = new PointerScope()) {
      Tensor sr = network.forward(segment, leaves).get(0);
      Tensor loss = lossOf.apply(sr);
      sr.close();
      accumulate(segment, leaves, new TensorVector(loss), new TensorVector());
      return loss.detach().to(torch.ScalarType.Double).retainReference();
    } finally {
      leaves.forEach(Tensor::close);
    }
  }

  /** Adds what a segment contributes, and drops what it made. */
  private void differentiate(NetworkSegment segment, List<Tensor> inputs) {
    List<Tensor> made = List.of();
    try (PointerScope scope = new PointerScope()) {
      made = network.forward(segment, inputs);
      List<Tensor> reached = new ArrayList<>();
      List<Tensor> gradients = new ArrayList<>();
      for (int i = 0; i < made.size(); i++) {
        Tensor gradient = ofValues.get(segment.outputs().get(i));
        if (gradient != null) {
          reached.add(made.get(i));
          // In bf16 the state of a block may be float32 here, and was bf16 there.
          gradients.add(gradient.to(made.get(i).scalar_type()));
        }
      }
      if (!reached.isEmpty()) {
        accumulate(segment, inputs, vector(reached), vector(gradients));
      }
    } finally {
      made.forEach(Tensor::close);
      if (segment != segments.get(0)) {
        inputs.forEach(Tensor::close);
      }
    }
    for (Value output : segment.outputs()) {
      values.remove(output).close();
      Tensor gradient = ofValues.remove(output);
      if (gradient != null) {
        gradient.close();
      }
    }
  }

  private void accumulate(
      NetworkSegment segment, List<Tensor> inputs, TensorVector outputs, TensorVector ofOutputs) {
    // The image is no variable.
    List<Tensor> variables = new ArrayList<>(segment == segments.get(0) ? List.of() : inputs);
    int values = variables.size();
    List<Long> own = segment.parameters().stream().map(numbers::get).sorted().toList();
    own.forEach(number -> variables.add(parameters.get(number)));
    BoolOptional graphIsNotKept = new BoolOptional();
    TensorVector gradient =
        torch.grad(outputs, vector(variables), ofOutputs, graphIsNotKept, false, true);
    for (int i = 0; i < values; i++) {
      add(ofValues, segment.inputs().get(i), gradient.get(i));
    }
    for (int i = 0; i < own.size(); i++) {
      add(ofParameters, own.get(i), gradient.get((long) values + i));
    }
  }

  private static <K> void add(Map<K, Tensor> sums, K key, Tensor term) {
    if (!term.defined()) {
      return;
    }
    Tensor before = sums.get(key);
    // Not in place: several values may have the same tensor as their gradient.
    Tensor sum = before == null ? new Tensor(term) : before.add(term);
    sums.put(key, sum.retainReference());
    if (before != null) {
      before.close();
    }
  }

  /** Copies without history of the inputs, whose gradients are recorded from here on. */
  private List<Tensor> leaves(NetworkSegment segment) {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> leaves = new ArrayList<>();
      for (Tensor value : there(segment.inputs())) {
        Tensor leaf = single(value).detach().retainReference();
        leaf.set_requires_grad(true);
        leaves.add(leaf);
      }
      return leaves;
    }
  }

  private List<Tensor> there(List<Value> wanted) {
    return wanted.stream().map(values::get).toList();
  }

  private void put(List<Value> names, List<Tensor> made) {
    for (int i = 0; i < made.size(); i++) {
      Tensor before = values.put(names.get(i), made.get(i));
      if (before != null) {
        before.close();
      }
    }
  }

  private static TensorVector vector(List<Tensor> tensors) {
    return new TensorVector(tensors.toArray(Tensor[]::new));
  }

  @Override
  public void close() {
    values.values().forEach(Tensor::close);
    ofValues.values().forEach(Tensor::close);
    ofParameters.values().forEach(Tensor::close);
  }
}
