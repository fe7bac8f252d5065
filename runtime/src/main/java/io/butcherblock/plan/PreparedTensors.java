package io.butcherblock.plan;

import io.butcherblock.execute.TensorSource;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/** Copies of a network's parameters, as they were, and constants for a plan. Owns them. */
final class PreparedTensors implements TensorSource, AutoCloseable {

  private final SuperResolutionNetwork network;

  /** Evaluations that share their vector field have one copy. */
  private final Map<String, Tensor> copies = new HashMap<>();

  private final List<Tensor> constants = new ArrayList<>();

  PreparedTensors(SuperResolutionNetwork network) {
    this.network = network;
  }

  /** The network's own parameters by key, still the network's. */
  Map<String, Tensor> parameters() {
    return network.parameters().byName();
  }

  @Override
  public Tensor parameter(String key) {
    return copies.computeIfAbsent(
        key, name -> parameters().get(name).detach().clone().retainReference());
  }

  @Override
  public Tensor channelConstant(List<Float> values) {
    try (Tensor onHost = Tensors.ofChannels(values)) {
      Tensor constant =
          onHost.to(network.parameters().device(), onHost.scalar_type()).retainReference();
      constants.add(constant);
      return constant;
    }
  }

  /** The network's own, with the weights that it has when it is run. */
  @Override
  public UnaryOperator<Tensor> opaque(String key) {
    return network.opaque(key)::apply;
  }

  @Override
  public void close() {
    copies.values().forEach(Tensor::close);
    constants.forEach(Tensor::close);
  }
}
