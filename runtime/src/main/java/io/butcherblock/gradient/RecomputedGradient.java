package io.butcherblock.gradient;

import io.butcherblock.nn.Activations;
import io.butcherblock.nn.NetworkSegment;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.program.Value;
import io.butcherblock.reverse.Autograd;
import io.butcherblock.reverse.GradientSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
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
  private final TensorVector parameters;
  private final List<NetworkSegment> segments;

  /** The number of each parameter by its name. */
  private final Map<String, Long> numbers = new HashMap<>();

  private final SegmentInputs inputs;

  /** The gradients by values whose segment is still to be differentiated. */
  private final GradientSums<Value> ofValues = new GradientSums<>();

  /** The gradients by the parameters, by their numbers. */
  private final GradientSums<Long> ofParameters = new GradientSums<>();

  private RecomputedGradient(
      SuperResolutionNetwork network, Activations activations, TensorVector parameters) {
    this.network = network;
    this.parameters = parameters;
    this.segments = network.segments();
    this.inputs = new SegmentInputs(network, activations);
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
    inputs.forward(lr);
    Tensor loss = differentiateLoss(segments.get(last), lossOf);
    try {
      for (int i = last - 1; i > 0; i--) {
        inputs.invert(segments.get(i));
        differentiate(segments.get(i), inputs.leaves(segments.get(i)));
      }
      differentiate(segments.get(0), List.of(lr));
      try (PointerScope scope = new PointerScope()) {
        TensorVector gradient = new TensorVector(parameters.size());
        ofParameters.all().forEach(gradient::put);
        return new LossGradient(loss, gradient.retainReference());
      }
    } catch (RuntimeException | Error e) {
      loss.close();
      throw e;
    }
  }

  private Tensor differentiateLoss(NetworkSegment segment, UnaryOperator<Tensor> lossOf) {
    List<Tensor> leaves = inputs.leaves(segment);
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
  private void differentiate(NetworkSegment segment, List<Tensor> given) {
    List<Tensor> made = List.of();
    try (PointerScope scope = new PointerScope()) {
      made = network.forward(segment, given);
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
        accumulate(segment, given, vector(reached), vector(gradients));
      }
    } finally {
      made.forEach(Tensor::close);
      if (segment != segments.get(0)) {
        given.forEach(Tensor::close);
      }
    }
    inputs.dropOutputs(segment);
    segment.outputs().forEach(ofValues::drop);
  }

  private void accumulate(
      NetworkSegment segment, List<Tensor> given, TensorVector outputs, TensorVector ofOutputs) {
    // The image is no variable.
    List<Tensor> variables = new ArrayList<>(segment == segments.get(0) ? List.of() : given);
    int values = variables.size();
    List<Long> own = segment.parameters().stream().map(numbers::get).sorted().toList();
    own.forEach(number -> variables.add(parameters.get(number)));
    TensorVector gradient = Autograd.gradient(outputs, vector(variables), ofOutputs);
    for (int i = 0; i < values; i++) {
      ofValues.add(segment.inputs().get(i), gradient.get(i));
    }
    for (int i = 0; i < own.size(); i++) {
      ofParameters.add(own.get(i), gradient.get((long) values + i));
    }
  }

  private static TensorVector vector(List<Tensor> tensors) {
    return new TensorVector(tensors.toArray(Tensor[]::new));
  }

  @Override
  public void close() {
    inputs.close();
    ofValues.close();
    ofParameters.close();
  }
}
