package io.butcherblock.reverse;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Gradients by several variables, to which each reader of a variable adds. Owns the sums.
 *
 * @param <K> what names a variable
 */
public final class GradientSums<K> implements AutoCloseable {

  private final Map<K, Tensor> sums = new HashMap<>();

  /** Of the sums, those in memory that nothing else reads. */
  private final Set<K> own = new HashSet<>();

  /**
   * Adds what one reader contributes.
   *
   * @param term stays the caller's; nothing is added if it is undefined
   */
  public void add(K key, Tensor term) {
    if (!term.defined()) {
      return;
    }
    Tensor before = sums.get(key);
    if (before == null) {
      sums.put(key, new Tensor(term).retainReference());
    } else if (own.contains(key)) {
      before.add_(term);
    } else {
      // Not in place: several variables may have the same tensor as their gradient.
      replace(key, before.add(term));
    }
  }

  /**
   * Adds a multiple of a tensor.
   *
   * @param term stays the caller's
   * @param factor of one element; stays the caller's
   */
  public void addMultiple(K key, Tensor term, Tensor factor) {
    Tensor before = sums.get(key);
    if (before == null) {
      replace(key, term.mul(factor));
    } else if (own.contains(key)) {
      before.addcmul_(term, factor);
    } else {
      replace(key, before.addcmul(term, factor));
    }
  }

  /**
   * Adds a multiple of a tensor.
   *
   * @param term stays the caller's
   */
  public void addMultiple(K key, Tensor term, double factor) {
    Tensor before = sums.get(key);
    try (Scalar scalar = new Scalar(factor)) {
      if (before == null) {
        replace(key, term.mul(scalar));
      } else if (own.contains(key)) {
        before.add_(term, scalar);
      } else {
        replace(key, before.add(term, scalar));
      }
    }
  }

  private void replace(K key, Tensor sum) {
    Tensor before = sums.put(key, sum.retainReference());
    own.add(key);
    if (before != null) {
      before.close();
    }
  }

  /** The sum so far, which stays this object's; null if nothing was added. */
  public Tensor get(K key) {
    return sums.get(key);
  }

  /** Lets go of a sum. */
  public void drop(K key) {
    own.remove(key);
    Tensor sum = sums.remove(key);
    if (sum != null) {
      sum.close();
    }
  }

  /** All sums, which stay this object's. */
  public Map<K, Tensor> all() {
    return Collections.unmodifiableMap(sums);
  }

  @Override
  public void close() {
    sums.values().forEach(Tensor::close);
  }
}
