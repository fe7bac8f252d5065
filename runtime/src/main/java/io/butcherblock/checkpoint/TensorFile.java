package io.butcherblock.checkpoint;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/** The tensors of a file, in memory. Owns them: closing it releases them all. */
public final class TensorFile implements AutoCloseable {

  private final Map<String, ElementType> types = new LinkedHashMap<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> metadata;

  TensorFile(Map<String, String> metadata) {
    this.metadata = metadata;
  }

  void add(String name, ElementType type, Tensor tensor) {
    // Outlives a scope that is open while the file is read.
    tensor.retainReference();
    types.put(name, type);
    tensors.put(name, tensor);
  }

  /** The names of the tensors, in the order of the file. */
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  /**
   * The tensor of that name, which still belongs to this file.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Tensor tensor(String name) {
    return known(tensors.get(name), name);
  }

  /** The sizes of a tensor, outermost first; see {@link #tensor}. */
  public List<Long> shape(String name) {
    return Arrays.stream(tensor(name).shape()).boxed().toList();
  }

  /** The element type of a tensor; see {@link #tensor}. */
  public ElementType type(String name) {
    return known(types.get(name), name);
  }

  /** What the writer noted, as text by name. */
  public Map<String, String> metadata() {
    return metadata;
  }

  private static <T> T known(T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("The file has no tensor " + name + ".");
    }
    return value;
  }

  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
    tensors.clear();
  }
}
