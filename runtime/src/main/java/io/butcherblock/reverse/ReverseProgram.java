package io.butcherblock.reverse;

import io.butcherblock.device.Precision;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.onednn.OneDnn;
import io.butcherblock.plan.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * Computes a network's loss and its gradient with Winograd convolutions: runs the lines of its
 * plan, then differentiates them from the last to the first. What a line saved is released as soon
 * as it has been differentiated.
 */
public final class ReverseProgram {

  private final TrainingPlan plan;
  private final List<Line> lines;

  private ReverseProgram(TrainingPlan plan, List<Line> lines) {
    this.plan = plan;
    this.lines = lines;
  }

  /**
   * Makes a network ready; empty if this machine has no Winograd convolutions, or the network none
   * that they suit, or tensor code whose parameters are not known, or it computes on a GPU or in
   * another precision than float32.
   *
   * @param network stays the caller's; its weights count as they are when they are used
   */
  public static Optional<ReverseProgram> of(SuperResolutionNetwork network) {
    NetworkGraph graph = network.spec().graph(network.scale());
    if (network.precision() != Precision.FP32
        || !network.parameters().device().is_cpu()
        || !graph.opaque().isEmpty()) {
      return Optional.empty();
    }
    TrainingPlan plan = TrainingPlan.of(graph);
    return plan.hasWinograd()
        ? OneDnn.open().map(library -> of(plan, library, network))
        : Optional.empty();
  }

  private static ReverseProgram of(
      TrainingPlan plan, OneDnn library, SuperResolutionNetwork network) {
    LineOfOperation visitor = new LineOfOperation(library, plan.input(), network.tensors());
    return new ReverseProgram(
        plan, plan.steps().stream().map(step -> step.assignment().accept(visitor)).toList());
  }

  /**
   * Computes a loss and its gradient.
   *
   * @param lr float32 [N, 3, H, W], RGB in 0..255; stays the caller's
   * @param lossOf the loss of enlarged images, a new tensor
   * @throws OneDnn.Failure if oneDNN cannot, such as for lack of memory
   */
  public Result differentiate(Tensor lr, UnaryOperator<Tensor> lossOf) {
    try (ReversePass pass = new ReversePass(plan, lines)) {
      return pass.run(lr, lossOf);
    }
  }

  /**
   * A loss and its gradient; owns them.
   *
   * @param loss float32 []
   */
  public record Result(Tensor loss, GradientSums<String> ofParameters) implements AutoCloseable {

    /** The gradient by a parameter; null if the loss does not depend on it. */
    public Tensor gradient(String key) {
      return ofParameters.get(key);
    }

    @Override
    public void close() {
      loss.close();
      ofParameters.close();
    }
  }
}
