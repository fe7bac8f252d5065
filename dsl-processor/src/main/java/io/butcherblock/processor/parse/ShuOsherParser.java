package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Counted;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.Notation;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the form of C.-W. Shu and S. Osher (J. Comput. Phys. 77, 1988, 439-471): u_0 = y, u_i =
 * sum_k (alpha_ik u_k + beta_ik h f(u_k)), k below i, and the last u is the result; row i is {@code
 * alpha_i0 ... alpha_i(i-1) | beta_i0 ... beta_i(i-1)}.
 */
final class ShuOsherParser extends FormParser {

  private static final String ROW =
      "Row i of the Shu-Osher form reads alpha_i0 ... alpha_i(i-1) | beta_i0 ... beta_i(i-1)";

  private final Tolerance tolerance;

  private ShuOsherParser(String scheme, int order, Tolerance tolerance) {
    super(scheme, order, ROW);
    this.tolerance = tolerance;
  }

  /**
   * Parses the form.
   *
   * @param tolerance by how much the alphas of a row may miss the sum 1
   */
  static Parsed<RungeKutta> parse(String scheme, int order, String text, Tolerance tolerance) {
    return new ShuOsherParser(scheme, order, tolerance).parse(text);
  }

  @Override
  List<Finding> shape(Numbers row, int number) {
    if (row.left().size() != number || row.right().size() != number) {
      return List.of(
          Message.SHU_OSHER_ROW.at(
              row.row().line().whole(),
              scheme,
              number,
              Counted.of(row.left().size(), "number"),
              row.right().size()));
    }
    Exact sum = row.left().stream().reduce(Exact.ZERO, Exact::plus);
    Exact off = sum.minus(Exact.ONE);
    return tolerance.allows(off)
        ? List.of()
        : List.of(
            Message.SHU_OSHER_SUM.at(
                row.row().line().whole(),
                scheme,
                number,
                ShortText.near(sum, Exact.ONE),
                ShortText.ofDifference(off)));
  }

  @Override
  RungeKutta scheme(List<Numbers> rows) {
    int stages = rows.size();
    List<List<Exact>> u = new ArrayList<>(List.of(zeros(stages)));
    Optional<Exact> ratio = Optional.empty();
    boolean negative = false;
    for (int i = 0; i < stages; i++) {
      Numbers row = rows.get(i);
      List<Exact> next = zeros(stages);
      for (int k = 0; k <= i; k++) {
        Exact alpha = row.left().get(k);
        Exact beta = row.right().get(k);
        // y itself has the coefficient 1, whatever rounding has made of the sum of the alphas.
        add(next, alpha, u.get(k));
        next.set(k, next.get(k).plus(beta));
        negative |= alpha.signum() < 0 || beta.signum() < 0;
        if (beta.signum() > 0) {
          Exact quotient = alpha.over(beta);
          ratio = Optional.of(ratio.filter(r -> r.compareTo(quotient) <= 0).orElse(quotient));
        }
      }
      u.add(next);
      if (i + 1 < stages) {
        stageComesFrom(i + 1, row.row(), stages);
      }
    }
    weightsComeFrom(rows.get(stages - 1).row());
    List<List<Exact>> a = u.subList(0, stages);
    List<Exact> c = a.stream().map(r -> r.stream().reduce(Exact.ZERO, Exact::plus)).toList();
    Exact shown = negative ? Exact.ZERO : ratio.orElse(Exact.ZERO);
    Notation notation = new Notation(Notation.Form.SHU_OSHER, Tolerance.NONE, shown);
    return new RungeKutta(scheme, order, a, u.get(stages), Exact.ONE, c, notation);
  }
}
