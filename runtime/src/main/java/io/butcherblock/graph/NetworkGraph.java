package io.butcherblock.graph;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Formula;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a network computes at one scale: straight-line code in which each value is made once, before
 * it is read.
 *
 * @param input the image, float32 [N, 3, H, W], RGB in 0..255
 * @param nodes the operators in an order in which they can be executed
 * @param output the enlarged image, float32 [N, 3, scale H, scale W], RGB, neither clamped nor
 *     rounded
 */
public record NetworkGraph(Value input, List<Node> nodes, Value output) {

  /**
   * Checks that each value is made once, before it is read.
   *
   * @throws IllegalArgumentException if not, or if a parameter is read with two shapes
   */
  public NetworkGraph {
    nodes = List.copyOf(nodes);
    Set<Value> made = new HashSet<>(Set.of(input));
    for (Node node : nodes) {
      check(made.containsAll(node.inputs()), () -> "'" + node + "' reads what has not been made.");
      check(made.add(node.output()), () -> "'" + node + "' makes what has been made before.");
    }
    check(made.contains(output), () -> "The output " + output + " is never made.");
    collectParameters(nodes);
  }

  /**
   * The shapes of all parameters by key, in the order of their first use. Parameters of opaque
   * evaluations, whose shapes are not known, are left out.
   */
  public Map<String, List<Long>> parameters() {
    return Collections.unmodifiableMap(collectParameters(nodes));
  }

  /**
   * The same graph with numbers for the coefficients that are computed from free parameters.
   *
   * @param values the number that a formula gives
   */
  public NetworkGraph withNumbers(ToDoubleFunction<Formula> values) {
    return new NetworkGraph(
        input, nodes.stream().map(node -> withNumbers(node, values)).toList(), output);
  }

  private static Node withNumbers(Node node, ToDoubleFunction<Formula> values) {
    return node instanceof Node.LinearCombination sum
        ? new Node.LinearCombination(
            sum.output(), sum.terms().stream().map(term -> withNumber(term, values)).toList())
        : node;
  }

  private static Term withNumber(Term term, ToDoubleFunction<Formula> values) {
    if (term.factor() instanceof Factor.Derived derived) {
      double number = values.applyAsDouble(derived.formula());
      return new Term(new Factor.Frozen(Double.toString(number), number), term.value());
    }
    return term;
  }

  /**
   * The opaque evaluations of the graph, which are tensor code, in their order; empty for most
   * graphs.
   */
  public List<Node.Opaque> opaque() {
    return nodes.stream().flatMap(node -> node.opaque().stream()).toList();
  }

  /** The graph as text, with one node on each line. */
  @Override
  public String toString() {
    return "input "
        + input
        + "\n"
        + nodes.stream().map(node -> node + "\n").collect(Collectors.joining())
        + "return "
        + output
        + "\n";
  }

  private static Map<String, List<Long>> collectParameters(List<Node> nodes) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    for (Node node : nodes) {
      node.parameters()
          .forEach(
              (key, shape) -> {
                List<Long> other = shapes.putIfAbsent(key, shape);
                check(
                    other == null || other.equals(shape),
                    () ->
                        "'"
                            + node
                            + "' reads "
                            + key
                            + " with another shape than a node before it.");
              });
    }
    return shapes;
  }

  /** Graphs are large, and what is wrong with them is hardly ever to be said. */
  private static void check(boolean holds, Supplier<String> otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise.get());
    }
  }
}
