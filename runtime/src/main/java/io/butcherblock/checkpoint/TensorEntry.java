package io.butcherblock.checkpoint;

import java.util.List;

/**
 * What a safetensors header says of one tensor.
 *
 * @param name its key
 * @param type the type of its elements
 * @param shape its sizes, outermost first; empty for a scalar
 * @param begin its first byte, counted from the end of the header
 * @param end the byte behind its last
 */
public record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long end) {

  public TensorEntry {
    shape = List.copyOf(shape);
  }

  long[] sizes() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
