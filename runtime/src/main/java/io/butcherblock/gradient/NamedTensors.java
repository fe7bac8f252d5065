package io.butcherblock.gradient;

import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Values that segments of a network made and others still read. Owns their tensors. */
final class NamedTensors implements AutoCloseable {

  private final Map<Value, Tensor> tensors = new HashMap<>();

  boolean has(List<Value> wanted) {
    return tensors.keySet().containsAll(wanted);
  }

  /** The tensors of values, which stay this object's. */
  List<Tensor> there(List<Value> wanted) {
    return wanted.stream().map(tensors::get).toList();
  }

  /** Takes tensors over, in the place of those that had their names. */
  void put(List<Value> names, List<Tensor> made) {
    for (int i = 0; i < made.size(); i++) {
      Tensor before = tensors.put(names.get(i), made.get(i));
      if (before != null) {
        before.close();
      }
    }
  }

  void drop(Value value) {
    tensors.remove(value).close();
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
  }
}
