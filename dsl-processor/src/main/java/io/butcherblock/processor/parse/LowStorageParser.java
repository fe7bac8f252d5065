package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.Notation;
import io.butcherblock.processor.model.RungeKutta;
import java.util.List;

/**
 * Reads the low-storage form of a scheme (J. H. Williamson, J. Comput. Phys. 35, 1980, 48-56): q_i
 * = A_i q_(i-1) + h f(y_(i-1)), y_i = y_(i-1) + B_i q_i; a row {@code c | A B} for each stage.
 */
final class LowStorageParser extends FormParser {

  private static final String ROW = "A row of the low-storage form reads c | A B";

  private LowStorageParser(String scheme, int order) {
    super(Notation.Form.LOW_STORAGE, scheme, order, ROW);
  }

  static Parsed<RungeKutta> parse(String scheme, int order, String text) {
    return new LowStorageParser(scheme, order).parse(text);
  }

  @Override
  List<Finding> shape(TableauRow row, FormRows.Row numbers, int number) {
    if (numbers.left().size() != 1 || numbers.right().size() != 2) {
      return List.of(
          Message.LOW_STORAGE_ROW.at(
              row.line().whole(), scheme, number, numbers.left().size(), numbers.right().size()));
    }
    return number > 1 || numbers.right().get(0).isZero()
        ? List.of()
        : List.of(Message.LOW_STORAGE_FIRST.at(row.right().get(0), scheme, numbers.right().get(0)));
  }

  @Override
  void locate(List<TableauRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      stageComesFrom(i, rows.get(i), rows.size());
    }
    weightsComeFrom(rows.get(rows.size() - 1));
  }
}
