package io.butcherblock.processor.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rooted trees of two colors. */
class ColoredTreeTest {

  /** The On-Line Encyclopedia of Integer Sequences, A038055. */
  @Test
  void thereAreAsManyAsCounted() {
    List<List<ColoredTree>> trees = ColoredTree.upTo(8);
    assertEquals(
        List.of(2, 4, 14, 52, 214, 916, 4116, 18_996), trees.stream().map(List::size).toList());
    trees.forEach(
        order ->
            assertEquals(order.size(), new HashSet<>(order).size(), "each tree is there once"));
  }

  /** Without its colors each is a rooted tree of its order: 2^order colorings, up to symmetry. */
  @Test
  void shapesAreTheRootedTrees() {
    List<List<ColoredTree>> trees = ColoredTree.upTo(5);
    IntStream.rangeClosed(1, 5)
        .forEach(
            order ->
                assertEquals(
                    RootedTree.count(order),
                    trees.get(order - 1).stream()
                        .map(tree -> new OrderCondition(tree.shape()).rightSide() + sorted(tree))
                        .distinct()
                        .count()));
  }

  /** The shape with its children in an order of their own. */
  private static String sorted(ColoredTree tree) {
    return tree.children().stream().map(ColoredTreeTest::sorted).sorted().toList().toString();
  }

  @Test
  void differentialsOfOrderThree() {
    assertEquals(
        List.of(
            "f''(f, f)",
            "f''(f, g)",
            "f''(g, g)",
            "f'f'f",
            "f'f'g",
            "f'g'f",
            "f'g'g",
            "g''(f, f)",
            "g''(f, g)",
            "g''(g, g)",
            "g'f'f",
            "g'f'g",
            "g'g'f",
            "g'g'g"),
        ColoredTree.upTo(3).get(2).stream().map(ColoredTree::differential).toList());
  }
}
