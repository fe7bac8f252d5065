package io.butcherblock.execute;

import io.butcherblock.graph.Assignment;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/**
 * Straight-line code that is ready to run, from some tensors to others; most often from one to one.
 */
public final class TensorProgram implements AutoCloseable {

  private record Step(
      Executable executable,
      List<Value> outputs,
      Optional<Value> overwritten,
      List<Value> released) {}

  private final List<Value> inputs;
  private final List<Step> steps;
  private final List<Value> outputs;

  private TensorProgram(List<Value> inputs, List<Step> steps, List<Value> outputs) {
    this.inputs = List.copyOf(inputs);
    this.steps = List.copyOf(steps);
    this.outputs = List.copyOf(outputs);
  }

  /**
   * Makes scheduled steps ready.
   *
   * @param prepare makes a step ready; called once for each, in their order
   */
  public static <T extends Assignment> TensorProgram of(
      Value input,
      List<ScheduledStep<T>> steps,
      Value output,
      Function<ScheduledStep<T>, Executable> prepare) {
    return of(List.of(input), steps, List.of(output), prepare);
  }

  /**
   * Makes scheduled steps ready, whose inputs and outputs are several values each.
   *
   * @param outputs none of them is an input
   * @param prepare makes a step ready; called once for each, in their order
   */
  public static <T extends Assignment> TensorProgram of(
      List<Value> inputs,
      List<ScheduledStep<T>> steps,
      List<Value> outputs,
      Function<ScheduledStep<T>, Executable> prepare) {
    List<Step> prepared = new ArrayList<>();
    try (CloseOnFailure made = new CloseOnFailure()) {
      for (ScheduledStep<T> step : steps) {
        prepared.add(
            new Step(
                made.add(prepare.apply(step)),
                step.assignment().outputs(),
                step.overwritten(),
                step.released()));
      }
      made.keep();
    }
    return new TensorProgram(inputs, prepared, outputs);
  }

  /**
   * Makes a graph ready to be trained: no value is overwritten that a gradient needs.
   *
   * @param tensors where its parameters and constants are from, and belong to
   */
  public static TensorProgram forTraining(NetworkGraph graph, TensorSource tensors) {
    Set<Value> saved = SavedForGradient.of(graph.nodes());
    List<ScheduledStep<Node>> steps =
        ValueLiveness.schedule(
            graph.nodes(), graph.input(), graph.output(), value -> !saved.contains(value));
    return of(
        graph.input(),
        steps,
        graph.output(),
        step -> step.assignment().accept(new ExecutableNodes(tensors, step.overwritten())));
  }

  /**
   * Runs the code.
   *
   * @param x its input; still the caller's
   * @return its output, a new tensor, which the caller closes
   */
  public Tensor run(Tensor x) {
    return outputs.equals(inputs) ? x.clone() : runAll(List.of(x)).get(0);
  }

  /**
   * Runs code with several inputs or outputs.
   *
   * @param x its inputs, in their order; still the caller's
   * @return its outputs in their order, new tensors, which the caller closes
   */
  public List<Tensor> runAll(List<Tensor> x) {
    Map<Value, Tensor> values = new HashMap<>();
    for (int i = 0; i < x.size(); i++) {
      values.put(inputs.get(i), x.get(i));
    }
    for (Step step : steps) {
      List<Tensor> made = step.executable.runAll(values);
      step.overwritten.ifPresent(values::remove);
      for (int i = 0; i < made.size(); i++) {
        values.put(step.outputs.get(i), made.get(i));
      }
      step.released.forEach(value -> values.remove(value).close());
    }
    return outputs.stream().map(values::get).toList();
  }

  /** Lets go of weights that were made for single steps. */
  @Override
  public void close() {
    steps.forEach(step -> step.executable.close());
  }
}
