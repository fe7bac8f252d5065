package io.butcherblock.processor.verify;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.SeparableScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a partitioned scheme is its own adjoint, so that a step with -h takes back a step with h
 * (Hairer, Lubich, Wanner, Geometric Numerical Integration, sections II.3 and V.2). The adjoint of
 * a scheme without equal stages is the scheme itself exactly if its stages can be renumbered so.
 */
final class Symmetry {

  private final SeparableScheme scheme;
  private final SeparableScheme adjoint;

  private Symmetry(SeparableScheme scheme) {
    this.scheme = scheme;
    this.adjoint = scheme.adjoint();
  }

  static boolean holds(SeparableScheme scheme) {
    return new Symmetry(scheme).renumbered(new ArrayList<>(), new ArrayList<>());
  }

  /** Whether the numbers chosen so far for some k and l can be completed. */
  private boolean renumbered(List<Integer> k, List<Integer> l) {
    if (k.size() == scheme.countOfK() && l.size() == scheme.countOfL()) {
      return true;
    }
    boolean nextIsK =
        l.size() == scheme.countOfL() || (k.size() < scheme.countOfK() && k.size() <= l.size());
    List<Integer> numbers = nextIsK ? k : l;
    int count = nextIsK ? scheme.countOfK() : scheme.countOfL();
    // Those of the other end first: symmetric schemes are written in this order.
    for (int number = count - 1; number >= 0; number--) {
      if (!numbers.contains(number)) {
        numbers.add(number);
        if (agree(k, l) && renumbered(k, l)) {
          return true;
        }
        numbers.remove(numbers.size() - 1);
      }
    }
    return false;
  }

  private boolean agree(List<Integer> k, List<Integer> l) {
    return agree(scheme.weightsOfK(), adjoint.weightsOfK(), k)
        && agree(scheme.weightsOfL(), adjoint.weightsOfL(), l)
        && agree(scheme.ofQ(), adjoint.ofQ(), k, l)
        && agree(scheme.ofP(), adjoint.ofP(), l, k);
  }

  private static boolean agree(List<Exact> one, List<Exact> other, List<Integer> numbers) {
    return IntStream.range(0, numbers.size())
        .allMatch(i -> one.get(i).equals(other.get(numbers.get(i))));
  }

  private static boolean agree(
      List<List<Exact>> one, List<List<Exact>> other, List<Integer> rows, List<Integer> columns) {
    return IntStream.range(0, rows.size())
        .allMatch(i -> agree(one.get(i), other.get(rows.get(i)), columns));
  }
}
