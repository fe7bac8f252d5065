package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Notation;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the low-storage form of a scheme (J. H. Williamson, J. Comput. Phys. 35, 1980, 48-56): q_i
 * = A_i q_(i-1) + h f(y_(i-1)), y_i = y_(i-1) + B_i q_i; a row {@code c | A B} for each stage.
 */
final class LowStorageParser extends FormParser {

  private static final String ROW = "A row of the low-storage form reads c | A B";

  private LowStorageParser(String scheme, int order) {
    super(scheme, order, ROW);
  }

  static Parsed<RungeKutta> parse(String scheme, int order, String text) {
    return new LowStorageParser(scheme, order).parse(text);
  }

  @Override
  List<Finding> shape(Numbers row, int number) {
    if (row.left().size() != 1 || row.right().size() != 2) {
      return List.of(
          Message.LOW_STORAGE_ROW.at(
              row.row().line().whole(), scheme, number, row.left().size(), row.right().size()));
    }
    return number > 1 || row.right().get(0).isZero()
        ? List.of()
        : List.of(
            Message.LOW_STORAGE_FIRST.at(row.row().right().get(0), scheme, row.right().get(0)));
  }

  @Override
  RungeKutta scheme(List<Numbers> rows) {
    int stages = rows.size();
    List<List<Exact>> a = new ArrayList<>();
    List<Exact> q = zeros(stages);
    List<Exact> y = zeros(stages);
    for (int i = 0; i < stages; i++) {
      stageComesFrom(i, rows.get(i).row(), stages);
      a.add(List.copyOf(y));
      Exact factor = rows.get(i).right().get(0);
      q.replaceAll(factor::times);
      q.set(i, Exact.ONE);
      add(y, rows.get(i).right().get(1), q);
    }
    weightsComeFrom(rows.get(stages - 1).row());
    List<Exact> c = rows.stream().map(row -> row.left().get(0)).toList();
    Notation notation = new Notation(Notation.Form.LOW_STORAGE, Tolerance.NONE, Exact.ZERO);
    return new RungeKutta(scheme, order, a, y, Exact.ONE, c, notation);
  }
}
