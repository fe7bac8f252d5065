package io.butcherblock.execute;

import io.butcherblock.graph.Assignment;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/** Straight-line code that is ready to run, from one tensor to another. */
public final class TensorProgram implements AutoCloseable {

  private record Step(
      Executable executable,
      List<Value> outputs,
      Optional<Value> overwritten,
      List<Value> released) {}

  private final Value input;
  private final List<Step> steps;
  private final Value output;

  private TensorProgram(Value input, List<Step> steps, Value output) {
    this.input = input;
    this.steps = List.copyOf(steps);
    this.output = output;
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
    return new TensorProgram(
        input,
        steps.stream()
            .map(
                step ->
                    new Step(
                        prepare.apply(step),
                        step.assignment().outputs(),
                        step.overwritten(),
                        step.released()))
            .toList(),
        output);
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
    if (output.equals(input)) {
      return x.clone();
    }
    Map<Value, Tensor> values = new HashMap<>();
    values.put(input, x);
    for (Step step : steps) {
      List<Tensor> made = step.executable.runAll(values);
      step.overwritten.ifPresent(values::remove);
      for (int i = 0; i < made.size(); i++) {
        values.put(step.outputs.get(i), made.get(i));
      }
      step.released.forEach(value -> values.remove(value).close());
    }
    return values.get(output);
  }

  /** Lets go of weights that were made for single steps. */
  @Override
  public void close() {
    steps.forEach(step -> step.executable.close());
  }
}
