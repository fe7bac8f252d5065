package io.butcherblock.export;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
   * Describes a network.
   *
   * @throws ButcherblockException if its vector field does not describe itself, or describes other
   *     parameters than it has
   */
  public static ExportedNetwork of(SuperResolutionNetwork network) {
    NetworkGraph graph = network.spec().graph(network.scale());
    Map<String, Tensor> parameters = network.parameters().byName();
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    parameters.forEach(
        (key, tensor) -> shapes.put(key, Arrays.stream(tensor.shape()).boxed().toList()));
    if (!shapes.equals(graph.parameters())) {
      throw new ButcherblockException(
          "The vector field "
              + network.spec().vectorField().name()
              + " describes other parameters than it has, in name or shape ("
              + difference(shapes, graph.parameters())
              + "): its methods create and describe must agree.");
    }
    return new ExportedNetwork(
        graph, network.scale(), parameters, ExportMetadata.of(network.spec(), network.scale()));
  }

  /** The size of all parameters in bytes. */
  public long bytes() {
    return parameters.values().stream().mapToLong(tensor -> tensor.numel() * Float.BYTES).sum();
  }

  private static String difference(Map<String, List<Long>> has, Map<String, List<Long>> described) {
    for (String key : described.keySet()) {
      if (!described.get(key).equals(has.get(key))) {
        return "it describes " + key + " " + described.get(key);
      }
    }
    has.keySet().removeAll(described.keySet());
    return "it does not describe " + has.keySet().iterator().next();
  }
}
