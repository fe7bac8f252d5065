package io.butcherblock.nn;

import io.butcherblock.device.NativeLibraries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/** The trainable tensors of a network by name, in the order of registration. Owns them. */
public final class Parameters implements AutoCloseable {

  static {
    // Before anything of LibTorch is used, its natives are chosen.
    NativeLibraries.select();
  }

  private final Map<String, Tensor> byName = new LinkedHashMap<>();
  private final Device device;

  /** Parameters in the computer's main memory. */
  public Parameters() {
    this(new Device("cpu"));
  }

  /** Parameters that live on {@code device}. */
  public Parameters(Device device) {
    // A copy of its own: the caller closes the one given.
    this.device = new Device(device.type(), device.index());
    this.device.retainReference();
  }

  /** Names below {@code prefix}, written with a dot; the empty prefix is the root. */
  public ParameterScope scope(String prefix) {
    return new ParameterScope(this, prefix);
  }

  Tensor add(String name, Tensor initial) {
    if (byName.containsKey(name)) {
      throw new IllegalArgumentException("The parameter " + name + " is registered twice.");
    }
    Tensor parameter = initial.to(device, initial.scalar_type());
    parameter.set_requires_grad(true);
    // A parameter outlives every scope that is open while its network is built.
    parameter.retainReference();
    byName.put(name, parameter);
    return parameter;
  }

  /** Where the parameters live. */
  public Device device() {
    return device;
  }

  /** All parameters; the map cannot be changed, the tensors can. */
  public Map<String, Tensor> byName() {
    return Collections.unmodifiableMap(byName);
  }

  /** The number of trainable scalars. */
  public long count() {
    return byName.values().stream().mapToLong(Tensor::numel).sum();
  }

  @Override
  public void close() {
    byName.values().forEach(Tensor::close);
    byName.clear();
    device.close();
  }
}
