package io.butcherblock.processor.parse;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.Notation;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;

/**
 * Reads the form of C.-W. Shu and S. Osher (J. Comput. Phys. 77, 1988, 439-471): u_0 = y, u_i =
 * sum_k (alpha_ik u_k + beta_ik h f(u_k)), k below i, and the last u is the result; row i is {@code
 * alpha_i0 ... alpha_i(i-1) | beta_i0 ... beta_i(i-1)}.
 */
final class ShuOsherParser extends FormParser {

  private static final String ROW =
      "Row i of the Shu-Osher form reads alpha_i0 ... alpha_i(i-1) | beta_i0 ... beta_i(i-1)";

  private ShuOsherParser(String scheme, int order) {
    super(Notation.Form.SHU_OSHER, scheme, order, ROW);
  }

  static Parsed<RungeKutta> parse(String scheme, int order, String text) {
    return new ShuOsherParser(scheme, order).parse(text);
  }

  @Override
  List<Finding> shape(TableauRow row, FormRows.Row numbers, int number) {
    return numbers.left().size() == number && numbers.right().size() == number
        ? List.of()
        : List.of(
            Message.SHU_OSHER_ROW.at(
                row.line().whole(),
                scheme,
                number,
                Counted.of(numbers.left().size(), "number"),
                numbers.right().size(),
                numbers.left().size() > number && numbers.right().size() > number
                    ? "Write the row that is missing before it, or leave out what is too much"
                    : "Write every zero"));
  }

  /** The last row is that of the weights; before it come those of stages 2, 3, and so on. */
  @Override
  void locate(List<TableauRow> rows) {
    int last = rows.size() - 1;
    for (int i = 0; i < last; i++) {
      stageComesFrom(i + 1, rows.get(i), rows.size());
    }
    weightsComeFrom(rows.get(last));
  }
}
