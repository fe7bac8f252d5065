package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Notation.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognizes rows of another form, where no form is named, by the numbers left and right of their
 * bars: no tableau has them so.
 */
final class MissingForm {

  private MissingForm() {}

  /**
   * What is said of a text.
   *
   * @param member only the {@code value} of a tableau has forms
   * @param before the rows before the first rule line
   * @param behind those behind it
   */
  static Optional<Finding> of(
      String scheme, String member, List<TableauRow> before, List<TableauRow> behind) {
    List<TableauRow> rows = Stream.concat(before.stream(), behind.stream()).toList();
    if (!member.equals("value") || rows.size() < 2) {
      return Optional.empty();
    }
    if (all(rows, i -> counts(rows.get(i), i + 1, i + 1))) {
      String row = "alpha_i0 ... alpha_i(i-1) | beta_i0 ... beta_i(i-1) in row i";
      return Optional.of(finding(scheme, "Shu-Osher", row, Form.SHU_OSHER));
    }
    return behind.isEmpty() && all(rows, i -> counts(rows.get(i), 1, 2))
        ? Optional.of(finding(scheme, "low-storage", "c | A B in each", Form.LOW_STORAGE))
        : Optional.empty();
  }

  private static boolean all(List<TableauRow> rows, IntPredicate isSuch) {
    return IntStream.range(0, rows.size()).allMatch(isSuch);
  }

  private static boolean counts(TableauRow row, int left, int right) {
    return row.left().size() == left && row.right().size() == right;
  }

  private static Finding finding(String scheme, String name, String row, Form form) {
    return Message.MISSING_FORM.at(new Location.Member("value"), scheme, name, row, form);
  }
}
