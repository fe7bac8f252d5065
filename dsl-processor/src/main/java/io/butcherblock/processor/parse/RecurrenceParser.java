package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a recurrence: {@code y[n+1] =} and a sum of terms. Line breaks count as blanks.
 */
public final class RecurrenceParser {

  private static final String VALUE = "value";
  private static final Pattern AHEAD =
      Pattern.compile("\\s*y\\s*\\[\\s*n\\s*\\+\\s*([2-9]|[1-9]\\d+)\\s*]\\s*=");

  /** A value that is not known before the step, in whatever letters. */
  private static final Pattern NEWEST =
      Pattern.compile("[yuvwx]\\s*[_\\[({]*\\s*\\p{L}\\s*\\+\\s*\\d", Pattern.CASE_INSENSITIVE);

  private static final String MISSING = "which is missing. Write it before the right-hand side.";

  /** The newest value in other letters, brackets or signs, and nothing besides. */
  private static final Pattern OTHER_NEWEST =
      Pattern.compile("\\p{L}[\\s_\\[({]*\\p{L}\\s*\\+\\s*1[\\s\\])}]*:?");

  private final String text;
  private final TextLine line;
  private final Cursor cursor;
  private final boolean absorbsStepSize;
  private final NumberField field;
  private final boolean implicit;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Location.Part, Excerpt> positions = new HashMap<>();

  private RecurrenceParser(
      String scheme,
      String member,
      String recurrence,
      boolean absorbsStepSize,
      boolean implicit,
      Collection<FreeParameter> parameters) {
    this.absorbsStepSize = absorbsStepSize;
    this.implicit = implicit;
    this.text = recurrence;
    this.field = new NumberField(parameters);
    this.line = new TextLine(scheme, member, recurrence.replaceAll("\\R", " ").stripTrailing());
    this.cursor = new Cursor(line, 0, line.text().length());
  }

  /**
   * Parses a recurrence.
   *
   * @param scheme the simple name of the declaring type
   * @return the terms of the right-hand side as written
   */
  public static Parsed<List<Term>> parse(String scheme, String recurrence) {
    return parse(scheme, recurrence, /* absorbsStepSize= */ false, /* implicit= */ false);
  }

  /**
   * Parses a recurrence.
   *
   * @param scheme the simple name of the declaring type
   * @param absorbsStepSize whether its terms of f are written without h
   * @param implicit whether a predictor makes f[n+1] known
   * @return the terms of the right-hand side as written
   */
  public static Parsed<List<Term>> parse(
      String scheme, String recurrence, boolean absorbsStepSize, boolean implicit) {
    return constants(parseFamily(scheme, recurrence, absorbsStepSize, implicit, List.of()));
  }

  /** Parses the recurrence of the member {@code predictor}, which is one for y' = f(y). */
  public static Parsed<List<Term>> parsePredictor(
      String scheme, String recurrence, boolean absorbsStepSize) {
    return constants(writtenPredictor(scheme, recurrence, absorbsStepSize));
  }

  /** The same, with each term as it is written. */
  static Parsed<List<FunctionTerm>> writtenPredictor(
      String scheme, String recurrence, boolean absorbsStepSize) {
    Parsed<List<FunctionTerm>> parsed =
        new RecurrenceParser(
                scheme,
                PredictorReader.MEMBER,
                recurrence,
                absorbsStepSize,
                /* implicit= */ false,
                List.of())
            .parse();
    // That of a corrector with h^2 is not read: it is not supported.
    return SecondOrderReader.isSecondOrder(parsed)
        ? Parsed.failed(
            List.of(Message.STEP_POWERS.at(new Location.Member(PredictorReader.MEMBER), scheme)))
        : parsed;
  }

  static Parsed<List<Term>> constants(Parsed<List<FunctionTerm>> parsed) {
    return parsed.map(
        terms -> terms.stream().map(term -> term.with(term.coefficient().constant())).toList());
  }

  /**
   * Parses the recurrence of a family.
   *
   * @param absorbsStepSize whether its terms of f are written without h
   * @param implicit whether a predictor makes f[n+1] known
   * @param parameters the names that stand for numbers in it
   */
  static Parsed<List<FunctionTerm>> parseFamily(
      String scheme,
      String recurrence,
      boolean absorbsStepSize,
      boolean implicit,
      Collection<FreeParameter> parameters) {
    return new RecurrenceParser(scheme, VALUE, recurrence, absorbsStepSize, implicit, parameters)
        .parse();
  }

  private Parsed<List<FunctionTerm>> parse() {
    Optional<Finding> tex = TexText.in(line.scheme(), line.member(), text, TexText.OF_RECURRENCE);
    if (tex.isPresent()) {
      return Parsed.failed(List.of(tex.orElseThrow()));
    }
    leftSide();
    if (Finding.anyError(findings) && cursor.atEnd()) {
      return Parsed.failed(findings);
    }
    List<FunctionTerm> terms = terms();
    checkRepetitions(terms);
    checkStepPowers(terms);
    if (findings.stream().anyMatch(finding -> finding.message() == Message.LEFT_SIDE)) {
      // Which of the terms is the newest one is not known.
      findings.removeIf(finding -> finding.message() == Message.IMPLICIT_RECURRENCE);
    }
    return Parsed.of(terms, MostFindings.of(line.scheme(), findings), new SourceMap(positions));
  }

  private void leftSide() {
    for (String token : List.of("y", "[", "n", "+", "1", "]", "=")) {
      if (!cursor.accept(token)) {
        int start = line.whole().column();
        int stopped = cursor.position() + 1;
        cursor.skipBehind('=');
        String written = line.text().substring(start, cursor.position());
        boolean spelled = isNewest(written);
        findings.add(
            line.failure(
                    Message.LEFT_SIDE,
                    start,
                    spelled ? cursor.position() : stopped,
                    spelled
                        ? "not with " + written + "."
                        : isMissing() ? MISSING : "but this does not. " + shift())
                .finding());
        return;
      }
    }
  }

  /** Whether there is no left side at all. */
  private boolean isMissing() {
    int sign = line.text().indexOf('=');
    return sign < 0
        ? !NEWEST.matcher(line.text()).find()
        : line.text().substring(0, sign).isBlank();
  }

  /** Whether a left side with its '=' is the newest value, spelled as elsewhere. */
  private static boolean isNewest(String written) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
    return plain.endsWith("=")
        && OTHER_NEWEST.matcher(plain.substring(0, plain.length() - 1)).matches();
  }

  /** How the forms of textbooks become the one that is read. */
  private String shift() {
    Matcher ahead = AHEAD.matcher(line.text());
    return ahead.lookingAt()
        ? "Shift the index of every y and f back by "
            + new BigInteger(ahead.group(1)).subtract(BigInteger.ONE)
            + ", so that the newest value is y[n+1]."
        : "Solve for the newest value, and shift the index so that it is y[n+1].";
  }

  /** The terms that can be read; each of the others is a finding. */
  private List<FunctionTerm> terms() {
    List<FunctionTerm> terms = new ArrayList<>();
    int begin = cursor.position() + 1;
    do {
      int start = cursor.position();
      try {
        terms.add(term(terms.size()));
      } catch (ParseFailure e) {
        findings.add(e.finding());
        cursor.skipTerm(start);
      }
    } while (!cursor.atEnd() && !MostFindings.areReached(findings));
    positions.put(new Location.Recurrence(), line.excerpt(begin, line.text().length()));
    return terms;
  }

  private FunctionTerm term(int index) throws ParseFailure {
    boolean negative = cursor.accept('-');
    if (!negative && !cursor.accept('+') && index > 0) {
      throw cursor.unexpected();
    }
    cursor.atEnd();
    int start = cursor.position();
    FunctionTerm term =
        new TermParser(cursor, field, absorbsStepSize, implicit)
            .parse(negative ? Exact.of(-1) : Exact.ONE);
    positions.put(new Location.RecurrenceTerm(index), line.excerpt(start, cursor.position()));
    return term.with((negative ? "-" : "") + line.text().substring(start, cursor.position()));
  }

  /** An equation has one order. */
  private void checkStepPowers(List<FunctionTerm> terms) {
    long powers =
        terms.stream()
            .filter(term -> term.kind() == Kind.VECTOR_FIELD)
            .mapToInt(FunctionTerm::steps)
            .distinct()
            .count();
    if (powers > 1) {
      findings.add(Message.STEP_POWERS.at(new Location.Recurrence(), line.scheme()));
    }
  }

  private void checkRepetitions(List<FunctionTerm> terms) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      String reference = terms.get(i).with(Exact.ONE).reference();
      if (!seen.add(reference)) {
        findings.add(
            Message.REPEATED_TERM.at(
                positions.get(new Location.RecurrenceTerm(i)), line.scheme(), reference));
      }
    }
  }
}
