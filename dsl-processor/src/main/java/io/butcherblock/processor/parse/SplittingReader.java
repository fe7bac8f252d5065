package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Splitting;
import io.butcherblock.processor.model.Splitting.Step;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the text of a splitting method: a step in each line, {@code 1/2 g}. */
final class SplittingReader {

  private static final String VALUE = "value";
  private static final String ROWS = "A line reads a number, a multiple of h, and f or g, as 1/2 g";

  /** One more f or g, or the step size, where a number should stand. */
  private static final Pattern NO_NUMBER = Pattern.compile("(?<!\\p{L})[fgh](?!\\p{L})");

  private final String name;
  private final NumberField field = new NumberField();
  private final List<Step> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Location.Part, Excerpt> positions = new HashMap<>();

  private SplittingReader(String name) {
    this.name = name;
  }

  /**
   * Reads a method.
   *
   * @param name the simple name of the declaring type
   * @param order the order that it claims
   * @param method of each step
   */
  static Parsed<AdditiveRungeKutta> read(
      String name, int order, String text, RungeKutta method, Tolerance tolerance) {
    SplittingReader reader = new SplittingReader(name);
    reader.lines(text);
    Splitting splitting =
        new Splitting(
            reader.steps, method.withoutUnusedStages().withSteps(1), reader.field.spelling());
    Location whole = new Location.Member(VALUE);
    if (reader.findings.isEmpty() && reader.steps.isEmpty()) {
      reader.findings.add(Message.NO_ROWS.at(whole, name, ROWS));
    }
    if (splitting.stages() > TableauParser.MOST_STAGES) {
      reader.findings.add(
          Message.TOO_MANY_STAGES.at(whole, name, splitting.stages(), TableauParser.MOST_STAGES));
    }
    return Finding.anyError(reader.findings)
        ? Parsed.failed(MostFindings.of(name, reader.findings))
        : Parsed.of(
            splitting.scheme(name, order, tolerance),
            reader.findings,
            new SourceMap(reader.positions));
  }

  private void lines(String text) {
    for (String lineText : text.lines().toList()) {
      TextLine line = new TextLine(name, VALUE, lineText, /* mayNameParameters= */ false);
      if (!line.text().isBlank() && !MostFindings.areReached(findings)) {
        try {
          steps.add(step(line));
        } catch (ParseFailure e) {
          findings.add(e.finding());
        }
      }
    }
  }

  private Step step(TextLine line) throws ParseFailure {
    Excerpt whole = line.whole();
    int last = whole.column() + whole.length() - 1;
    char letter = line.text().charAt(last);
    String number = line.text().substring(0, last).strip();
    if ((letter != 'f' && letter != 'g') || NO_NUMBER.matcher(number).find()) {
      throw line.failure(Message.SPLITTING_STEP, whole.column(), last + 1, ROWS);
    }
    boolean ofF = letter == 'f';
    // A condition that fails is told of the last step of its summand.
    positions.put(new Location.InTableau(ofF ? "f" : "g", new Location.WeightsRow()), whole);
    if (number.isEmpty()) {
      return new Step(Exact.ONE, ofF);
    }
    RationalFunction size =
        new ExpressionParser(new Cursor(line, whole.column(), last), field).function();
    field.isWritten(size, number.replace('\u2212', '-'));
    return new Step(size.constant(), ofF);
  }
}
