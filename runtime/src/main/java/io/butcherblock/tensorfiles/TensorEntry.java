package io.butcherblock.tensorfiles;

import java.util.List;

/**
 * One tensor as a safetensors header describes it.
 *
 * @param name the tensor's key
 * @param type the type of its elements
 * @param shape its sizes, outermost first; empty for a scalar
 * @param begin position of its first byte, counted from the end of the header
 * @param end position after its last byte, counted from the end of the header
 */
record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long end) {

  public TensorEntry {
    shape = List.copyOf(shape);
  }

  long[] sizes() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
