package io.butcherblock.tensorfiles;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * The tensors of a weights file, in the computer's main memory. Owns them: closing it frees all.
 */
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

  /** The names of the tensors, in the order of the file; unmodifiable. */
  public Set<String> names() {
    return Collections.unmodifiableSet(tensors.keySet());
  }

  /**
   * Returns one tensor of the file.
   *
   * @param name one of {@link #names}
   * @return the tensor, which is closed with this file; the caller does not close it
   * @throws IllegalArgumentException if the file has no tensor of that name
   */
  public Tensor tensor(String name) {
    return known(tensors.get(name), name);
  }

  /**
   * Returns the shape of one tensor of the file.
   *
   * @param name one of {@link #names}
   * @return the sizes, outermost first; empty for a scalar
   * @throws IllegalArgumentException if the file has no tensor of that name
   */
  public List<Long> shape(String name) {
    return Arrays.stream(tensor(name).shape()).boxed().toList();
  }

  /**
   * Returns the element type of one tensor of the file.
   *
   * @param name one of {@link #names}
   * @throws IllegalArgumentException if the file has no tensor of that name
   */
  public ElementType type(String name) {
    return known(types.get(name), name);
  }

  /** The metadata of the file, free text by name; empty if it has none. */
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
