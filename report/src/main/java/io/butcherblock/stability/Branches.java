package io.butcherblock.stability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The roots of a polynomial whose coefficients change continuously, as curves: solvers give them in
 * any order, and each of them continues the curve that ended nearest to it.
 */
final class Branches {

  private record Pair(List<Complex> curve, Complex root) {
    double distance() {
      return curve.get(curve.size() - 1).distance(root);
    }
  }

  private final List<List<Complex>> curves = new ArrayList<>();

  /** Adds the roots of the next polynomial, of which there may be more or fewer than before. */
  void continueWith(List<Complex> roots) {
    List<List<Complex>> ends = new ArrayList<>(curves);
    List<Complex> left = new ArrayList<>(roots);
    while (!ends.isEmpty() && !left.isEmpty()) {
      Pair nearest =
          ends.stream()
              .flatMap(curve -> left.stream().map(root -> new Pair(curve, root)))
              .min(Comparator.comparingDouble(Pair::distance))
              .orElseThrow();
      nearest.curve().add(nearest.root());
      ends.removeIf(curve -> curve == nearest.curve());
      left.remove(nearest.root());
    }
    left.forEach(root -> curves.add(new ArrayList<>(List.of(root))));
  }

  List<List<Complex>> curves() {
    return curves.stream().map(List::copyOf).toList();
  }
}
