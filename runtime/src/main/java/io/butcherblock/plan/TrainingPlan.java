package io.butcherblock.plan;

import io.butcherblock.execute.ScheduledStep;
import io.butcherblock.execute.ValueLiveness;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.program.Value;
import java.util.List;

/**
 * How a network is trained on a CPU whose oneDNN has Winograd convolutions: its graph with nothing
 * folded and nothing overwritten, and Winograd convolutions where they suit.
 */
public record TrainingPlan(Value input, List<ScheduledStep<Operation>> steps, Value output) {

  public TrainingPlan {
    steps = List.copyOf(steps);
  }

  /** Plans the network of {@code graph}. */
  public static TrainingPlan of(NetworkGraph graph) {
    List<Operation> operations =
        WinogradLowering.lower(OperationOfNode.all(graph.nodes()), graph.input(), graph.output());
    return new TrainingPlan(
        graph.input(),
        ValueLiveness.schedule(operations, graph.input(), graph.output(), value -> false),
        graph.output());
  }

  /** Whether there is a Winograd convolution: else there is nothing to gain. */
  public boolean hasWinograd() {
    return steps.stream().anyMatch(step -> step.assignment() instanceof Operation.WinogradConvolve);
  }
}
