package io.butcherblock.distributed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Tensors in groups that travel together: many small messages are slow, and of one large message
 * nothing can be added up while it is still on its way.
 */
final class GradientBuckets {

  /** The size of a bucket in bytes, as in PyTorch's own data-parallel training. */
  static final long BYTES = 25L << 20;

  private GradientBuckets() {}

  /**
   * Divides {@code items} in their order into groups of at most {@code limit} bytes; what is larger
   * is a group of its own.
   */
  static <T> List<List<T>> of(List<T> items, ToLongFunction<T> bytes, long limit) {
    List<List<T>> buckets = new ArrayList<>();
    long filled = 0;
    for (T item : items) {
      long size = bytes.applyAsLong(item);
      if (buckets.isEmpty() || filled + size > limit) {
        buckets.add(new ArrayList<>());
        filled = 0;
      }
      buckets.get(buckets.size() - 1).add(item);
      filled += size;
    }
    return buckets;
  }
}
