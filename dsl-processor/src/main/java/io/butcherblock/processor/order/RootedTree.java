package io.butcherblock.processor.order;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rooted tree: a root and the trees that hang from it (Hairer, N&oslash;rsett, Wanner I, section
 * II.2). Written {@code t} for the single node and {@code [t t]} for a root with two leaves.
 *
 * @param children the trees that hang from the root, in a fixed order, so that equal trees are
 *     equal
 */
public record RootedTree(List<RootedTree> children) {

  public static final RootedTree LEAF = new RootedTree(List.of());

  public RootedTree {
    children = List.copyOf(children);
  }

  /** The number of nodes. */
  public int order() {
    return 1 + children.stream().mapToInt(RootedTree::order).sum();
  }

  /** The density gamma: order times the densities of the children. */
  BigInteger density() {
    return children.stream()
        .map(RootedTree::density)
        .reduce(BigInteger.valueOf(order()), BigInteger::multiply);
  }

  /** The symmetry sigma: the number of automorphisms. */
  public BigInteger symmetry() {
    BigInteger product = BigInteger.ONE;
    int run = 0;
    for (int i = 0; i < children.size(); i++) {
      run = i > 0 && children.get(i).equals(children.get(i - 1)) ? run + 1 : 1;
      product = product.multiply(children.get(i).symmetry()).multiply(BigInteger.valueOf(run));
    }
    return product;
  }

  /** All trees of an order, each once. */
  public static List<RootedTree> ofOrder(int order) {
    Forest forest = Forest.upTo(order);
    return IntStream.range(forest.first(order), forest.first(order) + forest.count(order))
        .mapToObj(forest::tree)
        .toList();
  }

  /** How many trees have an order. */
  public static int count(int order) {
    return Forest.upTo(order).count(order);
  }

  @Override
  public String toString() {
    if (children.isEmpty()) {
      return "t";
    }
    return "[" + String.join(" ", children.stream().map(RootedTree::toString).toList()) + "]";
  }
}
