package io.butcherblock.processor.parse;

import io.butcherblock.names.NearestName;
import io.butcherblock.processor.diagnostics.Message;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what is meant by characters that are no part of a number. */
final class UnknownText {

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern DASH = Pattern.compile("\\p{Pd}");
  private static final Pattern CUBE_ROOT = Pattern.compile("cbrt|cuberoot|curt|\u221b");

  /** What a parameter is usually called. */
  private static final Pattern NAME =
      Pattern.compile("[a-z&&[^hyfn]]|alpha|beta|gamma|theta|lambda|mu|tau");

  private static final Pattern INDEXED_NAME = Pattern.compile("\\p{L}+[0-9]{0,2}");

  /** What books call y, f and h. */
  private static final Pattern NAMES_OF_VALUES = Pattern.compile("[uvwxUVWXY]");

  private static final Pattern NAMES_OF_VECTOR_FIELDS = Pattern.compile("[FgG]");
  private static final Pattern NAMES_OF_STEPS =
      Pattern.compile("k|tau|H|dt|dx|[\u0394\u03b4][tx]|Delta|\u03c4");

  /** The step size, behind which a power begins. */
  private static final Pattern STEP = Pattern.compile("(?<!\\p{L})h\\s*$");

  private static final String SECOND_ORDER =
      " f has the factor h in a scheme for y' = f(y), and h^2 in one for y'' = f(y).";
  private static final String FRACTION_SLASH = "\u2044";

  private static final String POWER = "A power is written out: 2*2 for 2^2.";
  private static final String BRACKET = "Brackets are round: (...).";
  private static final String EXPONENT = "A power of ten is written out: 0.001 for 1e-3.";

  private static final Map<String, String> HINTS =
      Map.ofEntries(
          Map.entry("^", POWER),
          Map.entry("\u00b2", POWER),
          Map.entry("\u00b3", POWER),
          Map.entry("[", BRACKET),
          Map.entry("]", BRACKET),
          Map.entry("{", BRACKET),
          Map.entry("}", BRACKET),
          Map.entry("e", EXPONENT),
          Map.entry("E", EXPONENT),
          Map.entry("\u00b7", "Did you mean *?"),
          Map.entry("\u00d7", "Did you mean *?"),
          Map.entry("\u22c5", "Did you mean *?"),
          Map.entry("\u00f7", "Did you mean /?"),
          Map.entry("\u2215", "Did you mean /?"),
          Map.entry("O", "Did you mean 0?"),
          Map.entry("o", "Did you mean 0?"),
          Map.entry("l", "Did you mean 1?"),
          Map.entry("I", "Did you mean 1?"),
          Map.entry("%", "A per cent is 1/100."),
          Map.entry("\\", "TeX is written out: 1/2 for \\frac{1}{2}, sqrt(2) for \\sqrt{2}."));
  private static final int LONGEST = 60;

  private UnknownText() {}

  /** The failure for what stands at a column. */
  static ParseFailure at(TextLine line, int start) {
    Matcher word = WORD.matcher(line.text()).region(start, line.text().length());
    boolean afterDigit = start > 0 && Cursor.isDigit(line.text().charAt(start - 1));
    String text =
        word.lookingAt()
            ? withDigits(word.group(), line, start, afterDigit)
            : Character.toString(line.text().codePointAt(start));
    return line.failure(
        Message.UNKNOWN_CHARACTER,
        start,
        start + text.length(),
        shown(text),
        hint(line, start, text, afterDigit));
  }

  /** A name has the digits behind it; a letter behind digits is no beginning of one. */
  private static String withDigits(String word, TextLine line, int start, boolean afterDigit) {
    Matcher name = INDEXED_NAME.matcher(line.text()).region(start, line.text().length());
    return !afterDigit && NAME.matcher(word).matches() && !word.equals("e") && name.lookingAt()
        ? name.group()
        : word;
  }

  /** What is meant by a word in a term of a recurrence, where y, f and h are known. */
  static String inTerm(TextLine line, String word) {
    if (NAMES_OF_VALUES.matcher(word).matches()) {
      return ". The values are called y";
    }
    if (NAMES_OF_VECTOR_FIELDS.matcher(word).matches()) {
      return ". The vector field is called f";
    }
    if (NAMES_OF_STEPS.matcher(word).matches()) {
      return ". The step size is called h" + parameter(line, word, "; '" + word + "'");
    }
    return parameter(line, word, ". It");
  }

  private static String parameter(TextLine line, String word, String subject) {
    return line.mayNameParameters() && NAME.matcher(word).matches()
        ? subject
            + " can be a free parameter, declared as in parameters = \""
            + word
            + " in [0, 1], start 1/2\""
        : "";
  }

  /** The text itself, or the number of a character that nobody would see. */
  private static String shown(String text) {
    int character = text.codePointAt(0);
    if (text.length() > LONGEST) {
      return text.substring(0, LONGEST) + "...";
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
          String.format(Locale.ROOT, "U+%04X", character);
      default -> text;
    };
  }

  private static String hint(TextLine line, int start, String text, boolean afterDigit) {
    if (CUBE_ROOT.matcher(text).matches()) {
      return " Roots are square roots: write decimals, which @ButcherTableau,"
          + " @PartitionedRungeKutta, @AdditiveRungeKutta and @SplittingMethod take with a"
          + " tolerance.";
    }
    if (POWER.equals(HINTS.get(text)) && STEP.matcher(line.text()).region(0, start).find()) {
      return SECOND_ORDER;
    }
    if (text.equals("\u221a") || NearestName.of(text, List.of("sqrt")).isPresent()) {
      return " Did you mean sqrt(...)?";
    }
    if (DASH.matcher(text).matches()) {
      return " Did you mean the minus sign -?";
    }
    if (text.equals("h")) {
      return line.member().equals("stepSize")
          ? " The step size h is this number."
          : " A tableau is written without h.";
    }
    if (Character.getType(text.codePointAt(0)) == Character.FORMAT) {
      return " It is invisible: delete it.";
    }
    String said = HINTS.get(text);
    if (said != null) {
      return " " + said;
    }
    if (line.mayNameParameters() && NAME.matcher(text.replaceAll("[0-9]", "")).matches()) {
      return " If it is a free parameter, declare it in parameters, as in "
          + text
          + " in [0, 1], start 1/2.";
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(FRACTION_SLASH, "/");
    if (afterDigit && plain.length() > 1 && plain.contains("/")) {
      return " Did you mean +" + plain + "? Write it so.";
    }
    return plain.contains("/") || (plain.matches("[0-9]") && !text.equals(plain))
        ? " Did you mean " + plain + "?"
        : "";
  }
}
