package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.Notation;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Runge-Kutta scheme from rows that are not those of its tableau, and computes the tableau.
 * What is then found wrong with a row of the tableau is told of the written row that it comes from.
 */
abstract class FormParser {

  /** What a message says of an empty text, and of a row without a bar. */
  private final String rowsAre;

  private final NumberField field = new NumberField();
  private final Map<Location.Part, Excerpt> positions = new HashMap<>();
  private final Notation.Form form;
  private final int order;
  final String scheme;
  final List<Finding> findings = new ArrayList<>();

  FormParser(Notation.Form form, String scheme, int order, String rowsAre) {
    this.form = form;
    this.scheme = scheme;
    this.order = order;
    this.rowsAre = rowsAre;
  }

  /** What is wrong with the counts of the numbers of row {@code number}, from 1; empty if right. */
  abstract List<Finding> shape(TableauRow row, FormRows.Row numbers, int number);

  /** Says which written rows those of the tableau come from. */
  abstract void locate(List<TableauRow> rows);

  final Parsed<RungeKutta> parse(String text) {
    Optional<Finding> tex = TexText.in(scheme, "value", text, TexText.OF_FORM);
    if (tex.isPresent()) {
      return Parsed.failed(List.of(tex.orElseThrow()));
    }
    List<TableauRow> rows = new ArrayList<>();
    List<FormRows.Row> numbers = new ArrayList<>();
    for (String lineText : text.lines().toList()) {
      TextLine line = new TextLine(scheme, "value", lineText, /* mayNameParameters= */ false);
      if (!line.text().isBlank() && !TableauParser.isRule(line.text())) {
        row(line, rows, numbers);
      }
    }
    Location whole = new Location.Member("value");
    if (findings.isEmpty() && rows.isEmpty()) {
      findings.add(Message.NO_ROWS.at(whole, scheme, rowsAre));
    }
    if (rows.size() > TableauParser.MOST_STAGES) {
      findings.add(
          Message.TOO_MANY_STAGES.at(whole, scheme, rows.size(), TableauParser.MOST_STAGES));
    }
    if (Finding.anyError(findings)) {
      return Parsed.failed(MostFindings.of(scheme, findings));
    }
    locate(rows);
    RungeKutta tableau =
        new FormRows(form, numbers).tableau(scheme, order).withSpelling(field.spelling());
    return Parsed.of(tableau, MostFindings.of(scheme, findings), new SourceMap(positions));
  }

  private void row(TextLine line, List<TableauRow> rows, List<FormRows.Row> numbers) {
    if (MostFindings.areReached(findings)) {
      return;
    }
    try {
      TableauRow row = TableauRow.of(line, rowsAre + ".");
      int before = findings.size();
      FormRows.Row written =
          new FormRows.Row(
              constants(row.numbers(row.left(), field, findings)),
              constants(row.numbers(row.right(), field, findings)));
      if (findings.size() == before) {
        findings.addAll(shape(row, written, rows.size() + 1));
      }
      rows.add(row);
      numbers.add(written);
    } catch (ParseFailure e) {
      findings.add(e.finding());
    }
  }

  /** These forms have no free parameters. */
  private static List<Exact> constants(List<RationalFunction> numbers) {
    return numbers.stream().map(RationalFunction::constant).toList();
  }

  /** What is found wrong with stage {@code i} of the tableau, from 0, is told of a written row. */
  final void stageComesFrom(int i, TableauRow row, int stages) {
    positions.put(new Location.StageRow(i), row.line().whole());
    for (int j = 0; j < stages; j++) {
      positions.put(new Location.StageEntry(i, j), row.line().whole());
    }
  }

  final void weightsComeFrom(TableauRow row) {
    positions.put(new Location.WeightsRow(), row.line().whole());
  }
}
