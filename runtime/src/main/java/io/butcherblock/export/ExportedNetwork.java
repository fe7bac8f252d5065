package io.butcherblock.export;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.FilterTensors;
import io.butcherblock.graph.Filter;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.WeightsInfo;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * What an exported file is written from: a network's graph and the values of its parameters.
 *
 * @param graph what the network computes
 * @param scale the enlargement: 2, 3 or 4
 * @param parameters float32 tensors by key; they belong to the network, which closes them
 * @param metadata describes the network, as text by name
 */
public record ExportedNetwork(
    NetworkGraph graph, int scale, Map<String, Tensor> parameters, Map<String, String> metadata) {

  /**
   * Collects what an export of a network needs; copies no weights.
   *
   * @param network stays the caller's, and must be open as long as the result is used
   * @param weights what is known of its weights; their degradation goes into the metadata
   * @throws ButcherblockException if the network's vector field is opaque tensor code
   */
  public static ExportedNetwork of(SuperResolutionNetwork network, WeightsInfo weights) {
    NetworkGraph graph = network.spec().graph(network.scale());
    graph.opaque().stream()
        .findFirst()
        .ifPresent(
            node -> {
              throw refusal(node);
            });
    Map<String, Tensor> parameters = network.parameters().byName();
    return new ExportedNetwork(
        graph.withNumbers(formula -> formula.value(key -> parameters.get(key).item_float())),
        network.scale(),
        parameters,
        ExportMetadata.of(network.spec(), network.scale(), weights));
  }

  /**
   * The failure to export a network one of whose evaluations is opaque tensor code.
   *
   * @param node an opaque evaluation of the network's graph
   */
  public static ButcherblockException refusal(Node.Opaque node) {
    return new ButcherblockException(
        "The vector field %s is tensor code that says nothing of what it computes, and its networks cannot be exported: let %s extend %s."
            .formatted(node.vectorField(), node.implementedBy(), GraphVectorField.class.getName()));
  }

  /**
   * The weights of a convolution, as they follow from a parameter.
   *
   * @param filter of a convolution of the graph
   * @return float32 [out, in, kernel, kernel], a new tensor, which the caller closes; it may share
   *     memory with the parameter, and is not to be written to
   */
  public Tensor weights(Filter filter) {
    return FilterTensors.of(filter.form(), parameters.get(filter.key()));
  }

  /** The size of all parameters in bytes, as float32. */
  public long bytes() {
    return parameters.values().stream().mapToLong(tensor -> tensor.numel() * Float.BYTES).sum();
  }
}
