package io.butcherblock.recover;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A rooted tree (Hairer, N&oslash;rsett, Wanner I, section II.2), as a smaller one, its stem, with
 * one more branch at the root.
 */
final class Tree {

  private static final String INDICES = "ijklmnopqrstuvwxyz";

  private static final Tree LEAF = new Tree(null, null, 0);

  /** Null of the single node, as the branch is. */
  private final Tree stem;

  private final Tree branch;

  /** The place among all trees, smaller ones first. */
  private final int index;

  private final int order;

  /** Gamma. */
  private final double density;

  private Tree(Tree stem, Tree branch, int index) {
    this.stem = stem;
    this.branch = branch;
    this.index = index;
    this.order = stem == null ? 1 : stem.order + branch.order;
    this.density = stem == null ? 1 : stem.density / stem.order * branch.density * order;
  }

  /** All trees of orders 1 to {@code highest}: those of order n at place n - 1. */
  static List<List<Tree>> upTo(int highest) {
    List<List<Tree>> trees = new ArrayList<>();
    trees.add(List.of(LEAF));
    int count = 1;
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
    int leaves = 0;
    List<Tree> branches = new ArrayList<>();
    for (Tree at = this; !at.isLeaf(); at = at.stem) {
      if (at.branch.isLeaf()) {
        leaves++;
      } else {
        branches.add(0, at.branch);
      }
    }
    if (leaves > 0) {
      factors.add("c_" + INDICES.charAt(letter) + (leaves > 1 ? "^" + leaves : ""));
    }
    for (Tree child : branches) {
      int next = ++used[0];
      factors.add("a_" + INDICES.charAt(letter) + INDICES.charAt(next));
      child.write(next, used, factors);
    }
  }
}
