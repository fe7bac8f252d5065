package io.butcherblock.nn;

import io.butcherblock.graph.GraphSize;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;
import java.util.Locale;
import java.util.stream.Collectors;

/** What one evaluation of a vector field written by hand computes, as text in one line. */
final class EvaluationText {

  private EvaluationText() {}

  static String of(VectorFieldFactory field, int channels) {
    NodeWriter nodes = new NodeWriter();
    Value y = Value.INPUT;
    Value result = field.describe(nodes, new StageContext(channels, 1, 1), y);
    NetworkGraph graph = nodes.graph(y, result);
    return graph.nodes().stream().map(EvaluationText::of).collect(Collectors.joining(" ; "))
        + " ; return "
        + graph.output();
  }

  /** Of tensor code nothing but its cost is known; its class may have another name tomorrow. */
  private static String of(Node node) {
    return node.opaque().map(opaque -> cost(opaque.size())).orElseGet(node::toString);
  }

  private static String cost(GraphSize size) {
    return String.format(
        Locale.ROOT,
        "tensor code of %d parameters and %d multiply-accumulates for each pixel",
        size.parameters(),
        size.macsPerPixel());
  }
}
