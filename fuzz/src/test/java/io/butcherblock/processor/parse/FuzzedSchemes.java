package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.model.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The texts of annotations, read as the compiler reads them, and printed again. */
public final class FuzzedSchemes {

  private static final String NAME = "Scheme";

  private FuzzedSchemes() {}

  /** An exact number; empty if the text is refused. */
  public static Optional<Exact> number(String text) {
    TextLine line = new TextLine(NAME, "value", text);
    try {
      Cursor cursor = new Cursor(line, 0, line.text().length());
      return Optional.of(new ExpressionParser(cursor, new NumberField()).number());
    } catch (ParseFailure e) {
      return Optional.empty();
    }
  }

  /** A tableau in one of the three forms: 0, 1 and 2. */
  public static Parsed<RungeKutta> tableau(int form, int order, String text) {
    return switch (form) {
      case 0 -> TableauParser.parse(NAME, order, text);
      case 1 -> LowStorageParser.parse(NAME, order, text);
      default -> ShuOsherParser.parse(NAME, order, text);
    };
  }

  /** A tableau with a second row of weights; what there is of it. */
  public static Parsed<? extends Scheme> pair(int order, int embeddedOrder, String text) {
    Parsed<WrittenTableau> written = TableauParser.parsePair(NAME, order, text);
    return written.map(
        tableau ->
            tableau.second().isEmpty()
                ? tableau.method()
                : EmbeddedReader.pair(
                    tableau.method(), tableau.second().orElseThrow(), embeddedOrder));
  }

  /** A tableau as it can be declared. */
  public static String text(RungeKutta scheme) {
    return TableauText.of(scheme);
  }

  /** A tolerance, with what is wrong with it. */
  public static List<Finding> tolerance(String text) {
    List<Finding> findings = new ArrayList<>();
    Tolerance unused = ToleranceReader.read(NAME, text, findings);
    return findings;
  }

  /** A recurrence of explicit terms as it can be declared. */
  public static String text(List<Multistep.Term> terms) {
    return "y[n+1] = "
        + terms.stream()
            .map(
                term ->
                    "("
                        + ShortText.entry(term.coefficient())
                        + (term.kind() == Multistep.Kind.VALUE ? ")*" : ")*h*")
                        + term.reference())
            .collect(Collectors.joining(" + "));
  }

  /** A scheme of terms, which starts by Euler's method. */
  public static Multistep multistep(List<Multistep.Term> terms, int order, int steps) {
    return new Multistep(NAME, order, terms, steps, StartingProcedure.euler());
  }

  /** A family: parameters, and a tableau of them. */
  public static Parsed<? extends ParametricScheme> tableauFamily(
      String parameters, int order, String text) {
    Parsed<List<FreeParameter>> read = ParameterParser.parse(NAME, parameters);
    return read.value().filter(all -> !all.isEmpty()).isEmpty()
        ? Parsed.failed(read.findings())
        : TableauParser.parseFamily(NAME, order, text, read.value().orElseThrow());
  }

  /** A family: parameters, and a recurrence of them. */
  public static Parsed<? extends ParametricScheme> recurrenceFamily(
      String parameters, int order, int steps, String text) {
    Parsed<List<FreeParameter>> read = ParameterParser.parse(NAME, parameters);
    if (read.value().filter(all -> !all.isEmpty()).isEmpty()) {
      return Parsed.failed(read.findings());
    }
    return RecurrenceParser.parseFamily(
            NAME,
            text,
            /* absorbsStepSize= */ false,
            /* implicit= */ false,
            read.value().orElseThrow())
        .map(
            terms ->
                new ParametricMultistep(
                    multistep(terms.stream().map(FunctionTerm::shape).toList(), order, steps),
                    read.value().orElseThrow(),
                    terms.stream().map(FunctionTerm::coefficient).toList(),
                    /* absorbs= */ false));
  }
}
