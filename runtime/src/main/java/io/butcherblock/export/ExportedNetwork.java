package io.butcherblock.export;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * What is written: a graph, and the values of its parameters.
 *
 * @param scale the enlargement: 2, 3 or 4
 * @param parameters the network's own, still its to close
 * @param metadata what the network is, as text by name
 */
public record ExportedNetwork(
    NetworkGraph graph, int scale, Map<String, Tensor> parameters, Map<String, String> metadata) {

  /**
   * What is written of a network, which stays the caller's.
   *
   * @throws ButcherblockException if its vector field is opaque
   */
  public static ExportedNetwork of(SuperResolutionNetwork network) {
    NetworkGraph graph = network.spec().graph(network.scale());
    graph.opaque().stream()
        .findFirst()
        .ifPresent(
            node -> {
              throw refusal(node);
            });
    return new ExportedNetwork(
        graph,
        network.scale(),
        network.parameters().byName(),
        ExportMetadata.of(network.spec(), network.scale()));
  }

  /** The failure to export what is only known as tensor code. */
  public static ButcherblockException refusal(Node.Opaque node) {
    return new ButcherblockException(
        "The vector field %s is tensor code that says nothing of what it computes, and its networks cannot be exported: let %s extend %s."
            .formatted(node.vectorField(), node.implementedBy(), GraphVectorField.class.getName()));
  }

  /** The size of all parameters in bytes. */
  public long bytes() {
    return parameters.values().stream().mapToLong(tensor -> tensor.numel() * Float.BYTES).sum();
  }
}
