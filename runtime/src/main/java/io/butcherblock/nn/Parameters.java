package io.butcherblock.nn;

import io.butcherblock.device.LibTorch;
import io.butcherblock.device.ThreadCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The trainable tensors of a network by name, in the order of registration. Owns them: closing it
 * frees all.
 */
public final class Parameters implements AutoCloseable {

  private static final int FEATURE_MAP_DIMENSIONS = 4;

  private final Map<String, Tensor> byName = new LinkedHashMap<>();
  private final List<Tensor> constants = new ArrayList<>();
  private final Device device;
  private final GeneratorOptional generator;
  private boolean closed;

  /**
   * Makes an empty set of parameters on the CPU. Random initial values are drawn from the default
   * generator of the process, which {@code torch.manual_seed} seeds.
   */
  public Parameters() {
    this(LibTorch.cpu(), new GeneratorOptional());
  }

  /**
   * Makes an empty set of parameters on a device. Random initial values are drawn from a generator
   * of its own and are those that {@code torch.manual_seed(seed)} would give; the default generator
   * of the process is not changed.
   *
   * @param device where the parameters are; copied, and stays the caller's
   * @param seed of the random initial values
   */
  public Parameters(Device device, long seed) {
    this(device, seeded(seed));
  }

  private Parameters(Device device, GeneratorOptional generator) {
    ThreadCount.settle();
    // A copy of its own: the caller closes the one given.
    this.device = new Device(device.type(), device.index());
    this.device.retainReference();
    this.generator = generator.retainReference();
  }

  private static GeneratorOptional seeded(long seed) {
    try (Generator generator = torch.make_generator_cpu(seed)) {
      return new GeneratorOptional(generator);
    }
  }

  /**
   * Registers parameters under a prefix.
   *
   * @param prefix such as {@code body.3}; empty for names without a prefix
   */
  public ParameterScope scope(String prefix) {
    return new ParameterScope(this, prefix);
  }

  Tensor add(String name, Tensor initial) {
    if (byName.containsKey(name)) {
      throw new IllegalArgumentException("The parameter " + name + " is registered twice.");
    }
    // A parameter outlives every scope that is open while its network is built.
    Tensor parameter = onDevice(initial).retainReference();
    parameter.set_requires_grad(true);
    byName.put(name, parameter);
    return parameter;
  }

  /**
   * Filters lie channels last, whoever made them: LibTorch then takes and gives feature maps in
   * this layout too, in which it is faster; and its gradients in the other layout are wrong on some
   * processors (docs/gradients.md).
   */
  private Tensor onDevice(Tensor initial) {
    Tensor moved = initial.to(device, initial.scalar_type());
    if (moved.dim() != FEATURE_MAP_DIMENSIONS) {
      return moved;
    }
    try (moved) {
      return moved.contiguous(torch.MemoryFormat.ChannelsLast);
    }
  }

  /** A tensor [1, channels, 1, 1] that is not trained; the network's to close. */
  Tensor channelConstant(List<Float> values) {
    try (Tensor onHost = Tensors.ofChannels(values)) {
      // Lives as long as the network, longer than a scope that is open while the network is built.
      Tensor constant = onHost.to(device, onHost.scalar_type()).retainReference();
      constants.add(constant);
      return constant;
    }
  }

  GeneratorOptional generator() {
    return generator;
  }

  /**
   * The device that the parameters are on. It is closed with them; the caller does not close it.
   *
   * @throws IllegalStateException if they are closed
   */
  public Device device() {
    checkOpen();
    return device;
  }

  /**
   * All parameters by name, in the order of registration. The map is unmodifiable; the tensors are
   * closed with this object, not by the caller.
   *
   * @throws IllegalStateException if they are closed
   */
  public Map<String, Tensor> byName() {
    checkOpen();
    return Collections.unmodifiableMap(byName);
  }

  /**
   * The number of trainable scalars in all parameters.
   *
   * @throws IllegalStateException if they are closed
   */
  public long count() {
    checkOpen();
    return byName.values().stream().mapToLong(Tensor::numel).sum();
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "The parameters are freed: their network or block is closed.");
    }
  }

  /** Frees them. Further calls do nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    byName.values().forEach(Tensor::close);
    byName.clear();
    constants.forEach(Tensor::close);
    constants.clear();
    generator.close();
    device.close();
  }
}
