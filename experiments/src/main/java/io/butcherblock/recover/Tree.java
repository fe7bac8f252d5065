package io.butcherblock.recover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rooted tree (Hairer, N&oslash;rsett, Wanner I, section II.2), as a smaller one, its stem, with
 * one more branch at the root. Its nodes may have one of two colors each, that of f or of g
 * (section II.15).
 */
final class Tree {

  private static final String INDICES = "ijklmnopqrstuvwxyz";

  /** Null of the single node, as the branch is. */
  private final Tree stem;

  private final Tree branch;

  /** Whether the root is of f; so are all nodes where trees have no colors. */
  private final boolean ofF;

  /** The place among all trees, smaller ones first. */
  private final int index;

  private final int order;

  /** Gamma. */
  private final double density;

  /** The single node. */
  private Tree(boolean ofF, int index) {
    this.stem = null;
    this.branch = null;
    this.ofF = ofF;
    this.index = index;
    this.order = 1;
    this.density = 1;
  }

  private Tree(Tree stem, Tree branch, int index) {
    this.stem = stem;
    this.branch = branch;
    this.ofF = stem.ofF;
    this.index = index;
    this.order = stem.order + branch.order;
    this.density = stem.density / stem.order * branch.density * order;
  }

  /** All trees of orders 1 to {@code highest}: those of order n at place n - 1. */
  static List<List<Tree>> upTo(int highest) {
    return grown(List.of(new Tree(/* ofF= */ true, 0)), highest);
  }

  /** The same of trees whose nodes have one of two colors each. */
  static List<List<Tree>> coloredUpTo(int highest) {
    return grown(List.of(new Tree(/* ofF= */ true, 0), new Tree(/* ofF= */ false, 1)), highest);
  }

  private static List<List<Tree>> grown(List<Tree> nodes, int highest) {
    List<List<Tree>> trees = new ArrayList<>();
    trees.add(nodes);
    int count = nodes.size();
    for (int order = 2; order <= highest; order++) {
      List<Tree> grown = new ArrayList<>();
      for (int ofStem = 1; ofStem < order; ofStem++) {
        for (Tree stem : trees.get(ofStem - 1)) {
          for (Tree branch : trees.get(order - ofStem - 1)) {
            // Branches in rising order, so that each tree is grown once.
            if (stem.branch == null || branch.index >= stem.branch.index) {
              grown.add(new Tree(stem, branch, count++));
            }
          }
        }
      }
      trees.add(Collections.unmodifiableList(grown));
    }
    return trees;
  }

  boolean isLeaf() {
    return stem == null;
  }

  Tree stem() {
    return stem;
  }

  Tree branch() {
    return branch;
  }

  boolean isOfF() {
    return ofF;
  }

  int index() {
    return index;
  }

  int order() {
    return order;
  }

  double density() {
    return density;
  }

  /** The left side of the order condition in textbook letters: {@code sum b_i a_ij c_j}. */
  String condition() {
    List<String> factors = new ArrayList<>(List.of("b_i"));
    write(0, new int[] {0}, factors);
    return "sum " + String.join(" ", factors);
  }

  private void write(int letter, int[] used, List<String> factors) {
    List<Tree> branches = branches();
    int children = branches.size();
    branches.removeIf(Tree::isLeaf);
    int leaves = children - branches.size();
    if (leaves > 0) {
      factors.add("c_" + INDICES.charAt(letter) + (leaves > 1 ? "^" + leaves : ""));
    }
    for (Tree child : branches) {
      int next = ++used[0];
      factors.add("a_" + INDICES.charAt(letter) + INDICES.charAt(next));
      child.write(next, used, factors);
    }
  }

  /** The trees that hang from the root, smaller ones first. */
  private List<Tree> branches() {
    List<Tree> branches = new ArrayList<>();
    for (Tree at = this; !at.isLeaf(); at = at.stem) {
      branches.add(0, at.branch);
    }
    return branches;
  }

  /**
   * The elementary differential of y' = f(y) + g(y) for the tree: {@code f'g}, {@code g''(f, g)}.
   */
  String differential() {
    List<Tree> branches = branches();
    branches.sort(Comparator.comparing(branch -> !branch.ofF));
    String arguments = branches.stream().map(Tree::differential).collect(Collectors.joining(", "));
    return (ofF ? "f" : "g")
        + "'".repeat(branches.size())
        + (branches.size() < 2 ? arguments : "(" + arguments + ")");
  }
}
