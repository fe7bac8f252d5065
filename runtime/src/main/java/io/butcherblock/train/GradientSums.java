package io.butcherblock.train;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Gradients by several variables, to which each reader of a variable adds. Owns the sums.
 *
 * @param <K> what names a variable
 */
final class GradientSums<K> implements AutoCloseable {

  private final Map<K, Tensor> sums = new HashMap<>();

  /**
   * Adds what one reader contributes.
   *
   * @param term stays the caller's; nothing is added if it is undefined
   */
  void add(K key, Tensor term) {
    if (!term.defined()) {
      return;
    }
    Tensor before = sums.get(key);
    // Not in place: several values may have the same tensor as their gradient.
    Tensor sum = before == null ? new Tensor(term) : before.add(term);
    sums.put(key, sum.retainReference());
    if (before != null) {
      before.close();
    }
  }

  /** The sum so far, which stays this object's; null if nothing was added. */
  Tensor get(K key) {
    return sums.get(key);
  }

  void drop(K key) {
    Tensor sum = sums.remove(key);
    if (sum != null) {
      sum.close();
    }
  }

  Map<K, Tensor> all() {
    return sums;
  }

  @Override
  public void close() {
    sums.values().forEach(Tensor::close);
  }
}
