package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.RungeKutta;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The elementary weights of a tableau. Phi_i of a tree is the product over its children u of sum_j
 * a_ij Phi_j(u); the inner sums are kept, since the same u hangs in many trees.
 */
public final class ElementaryWeights {

  private final RungeKutta tableau;
  private final Map<RootedTree, List<Exact>> branches = new HashMap<>();

  public ElementaryWeights(RungeKutta tableau) {
    this.tableau = tableau;
  }

  /** sum_i b_i Phi_i(tree). */
  public Exact of(RootedTree tree) {
    List<Exact> phi = stages(tree);
    return sum(IntStream.range(0, phi.size()).mapToObj(i -> tableau.b(i).times(phi.get(i))));
  }

  /** Phi_i(tree) of every stage i. */
  List<Exact> stages(RootedTree tree) {
    List<Exact> product = Collections.nCopies(tableau.stages(), Exact.ONE);
    for (RootedTree child : tree.children()) {
      List<Exact> left = product;
      List<Exact> right = branch(child);
      product =
          IntStream.range(0, left.size()).mapToObj(i -> left.get(i).times(right.get(i))).toList();
    }
    return product;
  }

  private List<Exact> branch(RootedTree child) {
    List<Exact> known = branches.get(child);
    if (known == null) {
      List<Exact> phi = stages(child);
      known =
          IntStream.range(0, tableau.stages())
              .mapToObj(
                  i ->
                      sum(
                          IntStream.range(0, phi.size())
                              .filter(j -> !tableau.a(i, j).isZero())
                              .mapToObj(j -> tableau.a(i, j).times(phi.get(j)))))
              .toList();
      branches.put(child, known);
    }
    return known;
  }

  private static Exact sum(Stream<Exact> numbers) {
    return numbers.reduce(Exact.ZERO, Exact::plus);
  }
}
