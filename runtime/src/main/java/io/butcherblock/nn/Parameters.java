package io.butcherblock.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** The trainable tensors of a network by name, in the order of registration. Owns them. */
public final class Parameters implements AutoCloseable {

  private final Map<String, Tensor> byName = new LinkedHashMap<>();

  /** Names below {@code prefix}, written with a dot; the empty prefix is the root. */
  public ParameterScope scope(String prefix) {
    return new ParameterScope(this, prefix);
  }

  void add(String name, Tensor tensor) {
    if (byName.containsKey(name)) {
      throw new IllegalArgumentException("The parameter " + name + " is registered twice.");
    }
    tensor.set_requires_grad(true);
    // A parameter outlives every scope that is open while its network is built.
    tensor.retainReference();
    byName.put(name, tensor);
  }

  /** All parameters; the map can not be changed, the tensors can. */
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
  }
}
