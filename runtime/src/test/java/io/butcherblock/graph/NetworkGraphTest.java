package io.butcherblock.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkGraphTest {

  private static final Value IMAGE = new Value("image");
  private static final Value A = new Value("a");
  private static final Value B = new Value("b");

  @Test
  void partsHaveKeysAndNamesOfTheirOwn() {
    NodeWriter nodes = new NodeWriter();
    NodeWriter block = nodes.child("body.3");
    Value k = block.use("k1").convolution("conv1", 2, 3, 1, IMAGE);
    Value y = block.combination("y1", List.of(Term.of("scale1", k.name())));
    Value z = block.use("k2").child("attention1").prelu("relu", 3, y);
    NetworkGraph graph = nodes.graph(IMAGE, z);
    assertEquals(
        """
        input image
        body.3/k1/conv1 = conv1x1(image; 2 -> 3; body.3.conv1.weight, body.3.conv1.bias)
        body.3/y1 = body.3.scale1 body.3/k1/conv1
        body.3/k2/attention1/relu = prelu(body.3/y1; body.3.attention1.relu.weight)
        return body.3/k2/attention1/relu
        """,
        graph.toString());
    assertEquals(
        Map.of(
            "body.3.conv1.weight", List.of(3L, 2L, 1L, 1L),
            "body.3.conv1.bias", List.of(3L),
            "body.3.scale1", List.of(1L),
            "body.3.attention1.relu.weight", List.of(3L)),
        graph.parameters());
  }

  @Test
  void whatIsReadHasBeenMadeAndIsMadeOnce() {
    refused("reads what has not been made", A, new Node.Relu(A, B));
    refused("makes what has been made", A, new Node.Relu(A, IMAGE), new Node.Relu(A, IMAGE));
    refused("makes what has been made", A, new Node.Relu(IMAGE, IMAGE));
    refused("never made", B, new Node.Relu(A, IMAGE));
  }

  @Test
  void aParameterHasOneShape() {
    refused(
        "reads w with another shape",
        B,
        new Node.PRelu(A, IMAGE, "w", 3),
        new Node.PRelu(B, A, "w", 4));
  }

  private static void refused(String message, Value output, Node... nodes) {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NetworkGraph(IMAGE, List.of(nodes), output).nodes());
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }
}
