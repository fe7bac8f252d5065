package io.butcherblock.processor.parse;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the text of a Butcher tableau. */
public final class TableauParser {

  /** Dashes of the keyboard, of typeset text and of drawn boxes; other characters cross them. */
  private static final String DASH = "-_=\\p{Pd}\\u2212\\u2500\\u2501\\u2550";

  private static final Pattern DASHES = Pattern.compile("[" + DASH + "]");
  private static final Pattern RULE =
      Pattern.compile("[+" + TableauRow.BARS + "\\s\\u2502-\\u257f" + DASH + "]*+");

  /** More than any scheme in the literature of a proved order has. */
  static final int MOST_STAGES = 256;

  /** Those of a method and of one embedded in it. */
  private static final int PAIR = 2;

  private static final String ROWS = "A stage reads c | a_1 a_2 ..., the weights | b_1 b_2 ...";

  private final int mostWeights;
  private final String member;
  private final String scheme;
  private final int order;
  private final List<FreeParameter> parameters;
  private final NumberField field;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Location.Part, Excerpt> positions = new HashMap<>();

  private TableauParser(
      String scheme, int order, String member, List<FreeParameter> parameters, int mostWeights) {
    this.mostWeights = mostWeights;
    this.member = member;
    this.scheme = scheme;
    this.order = order;
    this.parameters = parameters;
    this.field = new NumberField(parameters);
  }

  /**
   * Parses a tableau.
   *
   * @param scheme the simple name of the declaring type
   * @param order the order that it claims
   */
  public static Parsed<RungeKutta> parse(String scheme, int order, String text) {
    return parse(scheme, order, "value", text);
  }

  /**
   * Parses a tableau.
   *
   * @param scheme the simple name of the declaring type
   * @param order the order that it claims
   * @param member the member of the annotation that has the text
   */
  public static Parsed<RungeKutta> parse(String scheme, int order, String member, String text) {
    TableauParser parser = new TableauParser(scheme, order, member, List.of(), 1);
    return parser.parse(text).map(rows -> parser.withNumbers(rows.get(0)));
  }

  /**
   * Parses a tableau that may have a second row of weights.
   *
   * @param order the order that the method of the first row claims
   */
  public static Parsed<WrittenTableau> parsePair(String scheme, int order, String text) {
    TableauParser parser = new TableauParser(scheme, order, "value", List.of(), PAIR);
    return parser
        .parse(text)
        .map(rows -> rows.stream().map(parser::withNumbers).toList())
        .map(rows -> new WrittenTableau(rows.get(0), rows.stream().skip(1).findFirst()));
  }

  /**
   * Parses the tableau of a family.
   *
   * @param parameters the names that stand for numbers in it
   */
  public static Parsed<ParametricRungeKutta> parseFamily(
      String scheme, int order, String text, List<FreeParameter> parameters) {
    return new TableauParser(scheme, order, "value", parameters, 1)
        .parse(text)
        .map(rows -> rows.get(0));
  }

  private RungeKutta withNumbers(ParametricRungeKutta tableau) {
    return tableau.at(Map.of()).withSpelling(field.spelling());
  }

  /** A tableau for each row of weights. */
  private Parsed<List<ParametricRungeKutta>> parse(String text) {
    Optional<Finding> tex = TexText.in(scheme, member, text, TexText.OF_TABLEAU);
    if (tex.isPresent()) {
      return Parsed.failed(List.of(tex.orElseThrow()));
    }
    List<TableauRow> stages = new ArrayList<>();
    List<TableauRow> weights = new ArrayList<>();
    int rules = 0;
    for (String lineText : text.lines().toList()) {
      TextLine line = new TextLine(scheme, member, lineText);
      if (MostFindings.areReached(findings)) {
        break;
      }
      if (isRule(line.text())) {
        if (++rules == 2) {
          findings.add(Message.SECOND_RULE.at(line.whole(), scheme));
        }
      } else if (!line.text().isBlank()) {
        row(line, rules == 0 ? stages : weights);
      }
    }
    Optional<Finding> form = MissingForm.of(scheme, member, stages, weights);
    if (form.isPresent() && findings.stream().allMatch(f -> f.message() == Message.SECOND_RULE)) {
      return Parsed.failed(List.of(form.orElseThrow()));
    }
    checkRows(rules, stages, weights);
    if (Finding.anyError(findings)) {
      // Which row is what is not sure; that an entry is no number is.
      Stream.concat(stages.stream(), weights.stream())
          .forEach(row -> row.numbers(row.right(), field, findings));
      return Parsed.failed(MostFindings.of(scheme, findings));
    }
    ParametricRungeKutta method = tableau(stages, weights.get(0));
    List<ParametricRungeKutta> tableaus = new ArrayList<>(List.of(method));
    weights.stream().skip(1).map(row -> embedded(method, row)).forEach(tableaus::add);
    return Parsed.of(tableaus, MostFindings.of(scheme, findings), new SourceMap(positions));
  }

  /** A line of two dashes or more, and of nothing that does not belong to a rule. */
  static boolean isRule(String line) {
    return RULE.matcher(line).matches() && DASHES.matcher(line).results().limit(2).count() == 2;
  }

  private void row(TextLine line, List<TableauRow> rows) {
    try {
      rows.add(TableauRow.of(line, ROWS));
    } catch (ParseFailure e) {
      findings.add(e.finding());
    }
  }

  private void checkRows(int rules, List<TableauRow> stages, List<TableauRow> weights) {
    Location whole = new Location.Member(member);
    if (rules == 0) {
      findings.add(Message.MISSING_RULE.at(whole, subject()));
      return;
    }
    if (Finding.anyError(findings)) {
      return;
    }
    if (stages.isEmpty()) {
      findings.add(Message.NO_STAGES.at(whole, subject()));
    }
    if (stages.size() > MOST_STAGES) {
      findings.add(Message.TOO_MANY_STAGES.at(whole, subject(), stages.size(), MOST_STAGES));
    }
    if (isRuleAboveStage(stages, weights)) {
      findings.add(
          Message.RULE_ABOVE_STAGE.at(weights.get(0).line().whole(), subject(), stages.size() + 1));
      return;
    }
    if (weights.isEmpty()) {
      findings.add(Message.NO_WEIGHTS.at(whole, subject()));
    }
    if (weights.size() > mostWeights) {
      findings.add(
          (mostWeights == 1 ? Message.SECOND_WEIGHTS : Message.THIRD_WEIGHTS)
              .at(weights.get(mostWeights).line().whole(), scheme));
    }
  }

  /**
   * Whether a row with an abscissa, not with a common factor, follows the line, and last one with a
   * weight for its stage.
   */
  private static boolean isRuleAboveStage(List<TableauRow> stages, List<TableauRow> below) {
    if (stages.isEmpty() || below.size() < 2) {
      return false;
    }
    TableauRow first = below.get(0);
    String line = first.line().text();
    return first.left().size() == 1
        && line.charAt(first.left().get(0).column() + first.left().get(0).length() - 1) != '*'
        && first.right().size() <= stages.size()
        && below.get(below.size() - 1).right().size() > stages.size();
  }

  /** What has a shape: of two tableaus the one that is meant. */
  private String subject() {
    return member.equals("value") ? scheme : "The tableau of " + member + " of " + scheme;
  }

  private ParametricRungeKutta tableau(List<TableauRow> stages, TableauRow weights) {
    List<List<RationalFunction>> a = new ArrayList<>();
    List<RationalFunction> c = new ArrayList<>();
    String otherwise = otherwise(stages);
    for (int i = 0; i < stages.size(); i++) {
      c.add(abscissa(stages.get(i), i));
      a.add(coefficients(stages.get(i), i, stages.size(), otherwise));
    }
    // A row of zeros only is the first one, written in full.
    boolean lacksFirst =
        !stages.get(0).right().isEmpty()
            && !(c.get(0).isZero() && a.get(0).stream().allMatch(RationalFunction::isZero));
    List<RationalFunction> b =
        weights(weights, new Location.WeightsRow(), stages.size(), lacksFirst);
    RationalFunction factor = factor(weights);
    return new ParametricRungeKutta(scheme, order, parameters, a, b, factor, c);
  }

  private ParametricRungeKutta embedded(ParametricRungeKutta method, TableauRow row) {
    List<RationalFunction> b =
        weights(row, new Location.EmbeddedRow(), method.stages(), /* lacksFirst= */ false);
    return new ParametricRungeKutta(
        scheme, order, parameters, method.a(), b, factor(row), method.c());
  }

  private RationalFunction abscissa(TableauRow row, int i) {
    positions.put(new Location.StageRow(i), row.line().whole());
    List<RationalFunction> numbers =
        numbers(
            row,
            row.left(),
            count -> count == 1,
            count -> Message.ABSCISSA.at(row.line().whole(), scheme, i + 1, count));
    return numbers.isEmpty() ? RationalFunction.ZERO : numbers.get(0);
  }

  /** What to do about a row of too few coefficients. */
  private static String otherwise(List<TableauRow> stages) {
    List<Integer> sorted = stages.stream().map(row -> row.right().size()).sorted().toList();
    return sorted.equals(IntStream.range(0, stages.size()).boxed().toList())
        ? "Rows stand in the order of their stages, each with one coefficient more than the row"
            + " before; exchange those that do not"
        : "Write every zero; only those that fill the row up to all "
            + stages.size()
            + " stages may be left out";
  }

  private List<RationalFunction> coefficients(TableauRow row, int i, int stages, String otherwise) {
    List<RationalFunction> numbers =
        numbers(
            row,
            row.right(),
            count -> count >= i && count <= stages,
            count ->
                Message.RAGGED_ROW.at(
                    row.line().whole(),
                    scheme,
                    i + 1,
                    count,
                    i,
                    count < i
                        ? otherwise
                        : "With "
                            + Counted.of(stages, "row")
                            + " of stages it has as many at most; leave out what is too much, or"
                            + " write the row of the stage that is missing"));
    for (int j = 0; j < numbers.size(); j++) {
      positions.put(new Location.StageEntry(i, j), row.right().get(j));
    }
    return padded(numbers, stages);
  }

  /**
   * The weights of a row.
   *
   * @param lacksFirst whether the row of the first stage may be missing: nothing is right of its
   *     bar
   */
  private List<RationalFunction> weights(
      TableauRow row, Location.Part part, int stages, boolean lacksFirst) {
    positions.put(part, row.line().whole());
    List<RationalFunction> numbers =
        numbers(
            row,
            row.right(),
            count -> count == stages,
            count ->
                Message.WEIGHT_COUNT.at(
                    row.line().whole(), scheme, count, stages, advice(count, stages, lacksFirst)));
    return padded(numbers, stages);
  }

  private static String advice(int count, int stages, boolean lacksFirst) {
    if (lacksFirst && count == stages + 1) {
      return "the row of the first stage seems to be missing, which is 0 |";
    }
    return count < stages
        ? "write the zeros"
        : "leave out what is too much, or write the row of the stage that is missing";
  }

  /** The numbers of some words. They are counted if each is one: a torn entry is several words. */
  private List<RationalFunction> numbers(
      TableauRow row, List<Excerpt> words, IntPredicate isRight, IntFunction<Finding> otherwise) {
    int before = findings.size();
    List<RationalFunction> numbers = row.numbers(words, field, findings);
    if (findings.size() == before && !isRight.test(numbers.size())) {
      findings.add(otherwise.apply(numbers.size()));
    }
    return numbers;
  }

  private RationalFunction factor(TableauRow row) {
    if (row.left().isEmpty()) {
      return RationalFunction.ONE;
    }
    Excerpt first = row.left().get(0);
    Excerpt last = row.left().get(row.left().size() - 1);
    int start = first.column();
    int end = last.column() + last.length();
    String text = row.line().text().substring(start, end);
    boolean hasStar = text.endsWith("*");
    try {
      Cursor cursor = new Cursor(row.line(), start, hasStar ? end - 1 : end);
      RationalFunction factor = new ExpressionParser(cursor, field).function();
      field.isWritten(factor, (hasStar ? text.substring(0, text.length() - 1) : text).strip());
      if (!hasStar) {
        findings.add(Message.FACTOR_WITHOUT_STAR.at(row.line().excerpt(start, end), scheme, text));
      }
      return factor;
    } catch (ParseFailure e) {
      findings.add(
          isName(text) && (parameters.isEmpty() || !hasStar)
              ? Message.ROW_NAME.at(row.line().excerpt(start, end), scheme, text)
              : e.finding());
      return RationalFunction.ONE;
    }
  }

  /** What books print beside a row: b, y_1, \hat b. A factor has numbers and roots only. */
  private static boolean isName(String text) {
    return text.matches("[\\p{L}\\\\].*")
        && !text.startsWith(TableauRow.ROOT)
        && !text.matches("h\\b.*");
  }

  private static List<RationalFunction> padded(List<RationalFunction> numbers, int size) {
    List<RationalFunction> row =
        new ArrayList<>(numbers.subList(0, Math.min(size, numbers.size())));
    while (row.size() < size) {
      row.add(RationalFunction.ZERO);
    }
    return row;
  }
}
