package io.butcherblock.processor.order;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

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

  /** All trees of orders 1 to {@code order}, each once; list i holds those of order i + 1. */
  public static List<List<RootedTree>> upTo(int order) {
    List<List<RootedTree>> byOrder = new ArrayList<>();
    List<RootedTree> smaller = new ArrayList<>();
    for (int n = 1; n <= order; n++) {
      List<RootedTree> trees = new ArrayList<>();
      grow(n - 1, smaller, smaller.size() - 1, new ArrayList<>(), trees);
      byOrder.add(List.copyOf(trees));
      smaller.addAll(trees);
    }
    return List.copyOf(byOrder);
  }

  /**
   * Adds every tree whose root carries {@code chosen} and {@code nodes} more nodes of trees
   * 0..last.
   */
  private static void grow(
      int nodes,
      List<RootedTree> smaller,
      int last,
      List<RootedTree> chosen,
      List<RootedTree> result) {
    if (nodes == 0) {
      result.add(new RootedTree(chosen));
      return;
    }
    for (int i = last; i >= 0; i--) {
      RootedTree child = smaller.get(i);
      if (child.order() <= nodes) {
        chosen.add(child);
        grow(nodes - child.order(), smaller, i, chosen, result);
        chosen.remove(chosen.size() - 1);
      }
    }
  }

  @Override
  public String toString() {
    if (children.isEmpty()) {
      return "t";
    }
    return "[" + String.join(" ", children.stream().map(RootedTree::toString).toList()) + "]";
  }
}
