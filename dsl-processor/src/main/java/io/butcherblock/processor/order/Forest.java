package io.butcherblock.processor.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All rooted trees up to some order, each as a smaller tree with one more branch at its root: two
 * indices, by which what is known of the parts is found. Trees of one order stand side by side, in
 * the order of {@link RootedTree#upTo}.
 */
final class Forest {

  /**
   * The one that has been grown farthest: it takes a moment to grow the 53 thousand trees. It stays
   * as it is, for a build tool may compile in several threads.
   */
  private static volatile Forest grown = new Forest();

  /** The tree without its last branch, and that branch; -1 for the single node. */
  private final List<Integer> stem = new ArrayList<>();

  private final List<Integer> branch = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();

  /** Index n - 1 holds the index of the first tree of order n. */
  private final List<Integer> first = new ArrayList<>();

  private final Map<Long, Integer> index = new HashMap<>();

  private Forest() {}

  /** The trees of orders 1 to {@code order}, and perhaps more. */
  static Forest upTo(int order) {
    Forest known = grown;
    return known.first.size() > order ? known : grown(order);
  }

  private static synchronized Forest grown(int order) {
    Forest larger = new Forest();
    larger.addAll(grown);
    while (larger.first.size() <= order) {
      larger.growOrder();
    }
    grown = larger;
    return larger;
  }

  private void addAll(Forest other) {
    stem.addAll(other.stem);
    branch.addAll(other.branch);
    order.addAll(other.order);
    first.addAll(other.first);
    index.putAll(other.index);
  }

  private void growOrder() {
    int n = first.size() + 1;
    int known = stem.size();
    first.add(known);
    if (n == 1) {
      add(-1, -1, 1);
    } else {
      grow(n - 1, known - 1, 0, n);
    }
  }

  /** Adds every tree of order n that a tree becomes by so many nodes more, in branches 0..last. */
  private void grow(int nodes, int last, int tree, int n) {
    for (int i = Math.min(last, first.get(nodes) - 1); i >= 0; i--) {
      int size = order.get(i);
      if (size == nodes) {
        add(tree, i, n);
      } else if (size < nodes) {
        grow(nodes - size, i, index.get(key(tree, i)), n);
      }
    }
  }

  private void add(int tree, int last, int n) {
    index.put(key(tree, last), stem.size());
    stem.add(tree);
    branch.add(last);
    order.add(n);
  }

  private static long key(int tree, int last) {
    return ((long) tree << 32) | (last & 0xffffffffL);
  }

  /** The index of the first tree of an order. */
  int first(int order) {
    return first.get(order - 1);
  }

  int count(int order) {
    return first(order + 1) - first(order);
  }

  int stem(int tree) {
    return stem.get(tree);
  }

  int branch(int tree) {
    return branch.get(tree);
  }

  int order(int tree) {
    return order.get(tree);
  }

  /** The tree itself. */
  RootedTree tree(int index) {
    List<RootedTree> children = new ArrayList<>();
    for (int rest = index; rest > 0; rest = stem.get(rest)) {
      children.add(0, tree(branch.get(rest)));
    }
    return new RootedTree(children);
  }
}
