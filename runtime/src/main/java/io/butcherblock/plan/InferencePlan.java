package io.butcherblock.plan;

import io.butcherblock.graph.FeatureMapSize;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a network is run when it is not trained. The one place that decides it; needs no native
 * library.
 *
 * <p>What is decided, in this order: the mean shift goes into the first and the last convolution,
 * coefficients into the convolutions whose results they multiply, the upsampler's last convolution
 * and the tail into one; sums overwrite a term that nobody needs any more; every value is released
 * after its last use. Feature maps lie channels last, in which the convolutions are fastest.
 */
public final class InferencePlan {

  private final Value input;
  private final List<PlannedStep> steps;
  private final Value output;

  /** Of the network's values, which those of the plan are among. */
  private final Map<Value, FeatureMapSize> sizes;

  private InferencePlan(NetworkGraph graph, List<PlannedStep> steps) {
    this.input = graph.input();
    this.steps = steps;
    this.output = graph.output();
    this.sizes = FeatureMapSize.ofAll(graph);
  }

  /** Plans the network of {@code graph}. */
  public static InferencePlan of(NetworkGraph graph) {
    List<Operation> operations = graph.nodes().stream().map(InferencePlan::operation).toList();
    operations = MeanColorFolding.fold(operations);
    operations = CoefficientFolding.fold(operations);
    operations = TailFusion.fuse(operations);
    return new InferencePlan(graph, ValueLiveness.plan(operations, graph.input(), graph.output()));
  }

  private static Operation operation(Node node) {
    if (node instanceof Node.Convolution c) {
      Kernel kernel = Kernel.of(c.weight(), c.bias(), c.in(), c.out(), c.kernel());
      return new Operation.Convolve(c.output(), c.input(), kernel, c.kernel() / 2);
    }
    return node instanceof Node.LinearCombination sum
        ? new Operation.Sum(sum.output(), sum.terms())
        : new Operation.Passthrough(node);
  }

  Value input() {
    return input;
  }

  List<PlannedStep> steps() {
    return steps;
  }

  Value output() {
    return output;
  }

  /** The multiply-accumulates of the convolutions for each LR pixel, as planned. */
  public long macsPerPixel() {
    return steps.stream()
        .map(PlannedStep::operation)
        .mapToLong(o -> Costs.macsPerPixel(o) * sizes.get(o.inputs().get(0)).area())
        .sum();
  }

  /** The most bytes of tensors that live at once, for each LR pixel, the image left out. */
  public long peakBytesPerPixel() {
    Map<Value, Long> live = new HashMap<>();
    long peak = 0;
    for (PlannedStep step : steps) {
      Operation operation = step.operation();
      step.overwritten().ifPresent(live::remove);
      live.put(operation.output(), sizes.get(operation.output()).bytes());
      long inside =
          operation instanceof Operation.FusedUpsample e ? Float.BYTES * (long) e.out() : 0;
      long now = live.values().stream().mapToLong(Long::longValue).sum() + inside;
      peak = Math.max(peak, now);
      step.released().forEach(live::remove);
    }
    return peak;
  }

  /** The steps, one a line. */
  @Override
  public String toString() {
    return "input "
        + input
        + "\n"
        + steps.stream().map(step -> step + "\n").collect(Collectors.joining())
        + "return "
        + output
        + "\n";
  }
}
