package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * Reads the free parameters of a family: {@code a in [1/3, 1], start 2/3}, and more of the same
 * behind semicolons.
 */
final class ParameterParser {

  private static final String MEMBER = "parameters";

  private static final int MOST = 6;

  /** What the language has a meaning for. */
  private static final List<String> TAKEN = List.of("y", "f", "h", "n", "e", "sqrt", "in", "start");

  /** What generated code has a meaning for: values of blocks, trained coefficients, and layers. */
  private static final Pattern GENERATED =
      Pattern.compile(
          "([fkpqyz]|[ky]Back|stage|scale|conv|relu|shared|derived|predicted|corrected)[0-9]+"
              + "|sum[0-9]*|parts|state");

  /** Those of Python that Java does not have: exported networks are read in Python. */
  private static final List<String> PYTHON =
      List.of(
          ("and as async await def del elif except from global is lambda nonlocal not or pass raise"
                  + " with yield")
              .split(" "));

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{0,19}[0-9]{0,2}");

  private final TextLine line;
  private final Cursor cursor;
  private final List<FreeParameter> parameters = new ArrayList<>();
  private final Map<Location.Part, Excerpt> positions = new HashMap<>();

  private ParameterParser(String scheme, String text) {
    this.line = new TextLine(scheme, MEMBER, text.replaceAll("\\R", " ").stripTrailing());
    this.cursor = new Cursor(line, 0, line.text().length());
  }

  /**
   * Reads parameters.
   *
   * @param scheme the simple name of the declaring type
   * @param text empty if there are none
   */
  static Parsed<List<FreeParameter>> parse(String scheme, String text) {
    ParameterParser parser = new ParameterParser(scheme, text);
    try {
      parser.read();
    } catch (ParseFailure e) {
      return Parsed.failed(List.of(e.finding()));
    }
    return Parsed.of(parser.parameters, List.<Finding>of(), new SourceMap(parser.positions));
  }

  private void read() throws ParseFailure {
    if (cursor.atEnd()) {
      return;
    }
    do {
      cursor.atEnd();
      int start = cursor.position();
      FreeParameter parameter = parameter();
      Excerpt whole = line.excerpt(start, cursor.position());
      if (parameter.low().compareTo(parameter.high()) >= 0) {
        throw failure(Message.EMPTY_INTERVAL, whole, parameter.name());
      }
      if (parameter.start().compareTo(parameter.low()) <= 0
          || parameter.start().compareTo(parameter.high()) >= 0) {
        throw failure(
            Message.START_OUTSIDE,
            whole,
            parameter.name(),
            parameter.start(),
            "(" + parameter.low() + ", " + parameter.high() + ")");
      }
      parameters.add(parameter);
      positions.put(new Location.Parameter(parameter.name()), whole);
      if (parameters.size() > MOST) {
        throw failure(Message.TOO_MANY_PARAMETERS, whole, MOST);
      }
    } while (cursor.accept(';'));
    if (!cursor.atEnd()) {
      throw expected("';' or the end");
    }
  }

  private FreeParameter parameter() throws ParseFailure {
    String name = name();
    accept("in", "'in' and an interval");
    accept("[", "'['");
    Exact low = number();
    accept(",", "','");
    Exact high = number();
    accept("]", "']'");
    accept(",", "', start' and a number");
    accept("start", "'start' and a number");
    return new FreeParameter(name, low, high, number());
  }

  private String name() throws ParseFailure {
    String name = cursor.name();
    int start = cursor.position();
    if (name.isEmpty()) {
      throw expected("the name of a parameter");
    }
    cursor.accept(name);
    Excerpt here = line.excerpt(start, cursor.position());
    if (parameters.stream().anyMatch(parameter -> parameter.name().equals(name))) {
      throw failure(Message.PARAMETER_NAME, here, name, "it is declared twice");
    }
    if (TAKEN.contains(name) || GENERATED.matcher(name).matches() || !SourceVersion.isName(name)) {
      throw failure(Message.PARAMETER_NAME, here, name, "it has a meaning already");
    }
    if (PYTHON.contains(name)) {
      throw failure(
          Message.PARAMETER_NAME,
          here,
          name,
          "it is a keyword of Python, in which exported networks are read");
    }
    if (!NAME.matcher(name).matches()) {
      throw failure(
          Message.PARAMETER_NAME,
          here,
          name,
          "a name begins with a lower-case letter of a to z, and has up to 20 letters and two"
              + " digits");
    }
    return name;
  }

  private Exact number() throws ParseFailure {
    return new ExpressionParser(cursor, new NumberField()).sum().constant();
  }

  private void accept(String word, String what) throws ParseFailure {
    if (!cursor.accept(word)) {
      throw expected(what);
    }
  }

  private ParseFailure expected(String what) {
    int at = Math.min(cursor.position(), Math.max(0, line.text().length() - 1));
    return line.failure(Message.BAD_PARAMETER, at, at + 1, what);
  }

  private ParseFailure failure(Message message, Excerpt where, Object... arguments) {
    return line.failure(message, where.column(), where.column() + where.length(), arguments);
  }
}
