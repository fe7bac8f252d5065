package io.butcherblock.processor.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rooted tree whose nodes have one of two colors (Hairer, Lubich, Wanner, Geometric Numerical
 * Integration, section III.2.1).
 *
 * @param isFirst whether the root has the first color: that of p, or of f
 * @param children the trees that hang from the root, in a fixed order, so that equal trees are
 *     equal
 */
public record ColoredTree(boolean isFirst, List<ColoredTree> children) {

  public ColoredTree {
    children = List.copyOf(children);
  }

  /** The number of nodes. */
  public int order() {
    return 1 + children.stream().mapToInt(ColoredTree::order).sum();
  }

  /** Whether all of its nodes have one color. */
  public boolean isOfOneColor() {
    return children.stream().allMatch(child -> child.isFirst() == isFirst && child.isOfOneColor());
  }

  /** The tree without its colors. */
  public RootedTree shape() {
    return new RootedTree(children.stream().map(ColoredTree::shape).toList());
  }

  /** A tree whose colors alternate along each branch. */
  static ColoredTree alternating(RootedTree tree, boolean isFirst) {
    return new ColoredTree(
        isFirst, tree.children().stream().map(child -> alternating(child, !isFirst)).toList());
  }

  /**
   * The trees of each order from 1 to {@code highest}, each once; those of order n at index n - 1.
   */
  static List<List<ColoredTree>> upTo(int highest) {
    List<List<ColoredTree>> trees = new ArrayList<>();
    List<ColoredTree> smaller = new ArrayList<>();
    for (int order = 1; order <= highest; order++) {
      List<List<ColoredTree>> forests = new ArrayList<>();
      forests(smaller, 0, order - 1, new ArrayList<>(), forests);
      List<ColoredTree> these = new ArrayList<>();
      for (boolean isFirst : new boolean[] {true, false}) {
        forests.forEach(children -> these.add(new ColoredTree(isFirst, children)));
      }
      trees.add(List.copyOf(these));
      smaller.addAll(these);
    }
    return trees;
  }

  /**
   * The multisets of trees that have so many nodes together.
   *
   * @param trees in ascending order
   * @param from the index of the first tree that may be taken
   * @param chosen what is taken already
   */
  private static void forests(
      List<ColoredTree> trees,
      int from,
      int nodes,
      List<ColoredTree> chosen,
      List<List<ColoredTree>> found) {
    if (nodes == 0) {
      found.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i < trees.size() && trees.get(i).order() <= nodes; i++) {
      chosen.add(trees.get(i));
      forests(trees, i, nodes - trees.get(i).order(), chosen, found);
      chosen.remove(chosen.size() - 1);
    }
  }

  /**
   * The elementary differential of y' = f(y) + g(y) that the tree stands for (Hairer,
   * N&oslash;rsett, Wanner I, section II.15): {@code f}, {@code f'g}, {@code g''(f, g)}.
   */
  public String differential() {
    String letter = isFirst ? "f" : "g";
    String primes = String.join("", Collections.nCopies(children.size(), "'"));
    if (children.size() < 2) {
      return letter
          + primes
          + children.stream().map(ColoredTree::differential).collect(Collectors.joining());
    }
    return letter
        + primes
        + children.stream()
            .sorted((one, other) -> Boolean.compare(other.isFirst(), one.isFirst()))
            .map(ColoredTree::differential)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
