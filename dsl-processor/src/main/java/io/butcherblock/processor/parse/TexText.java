package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes TeX that was pasted into a text, as a whole: each of its words would be a finding of
 * its own, and none would say what is wrong.
 */
final class TexText {

  /**
   * Commands whose backslash Java has read: in {@code \frac}, {@code \times}, {@code \beta}, {@code
   * \right} and {@code \sqrt} it begins an escape sequence, for a form feed, for example.
   */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "\f(?=rac|orall)|\t(?=imes|frac|ext|heta|au\\b)|\b(?=eta|egin|oldsymbol)"
              + "|\r(?=ight|ule|ho\\b)| (?=qrt\\s*[\\[{0-9])");

  private static final Pattern SIGN =
      Pattern.compile(
          "\\\\+[dtc]?(?:frac|sqrt|times|cdot|hline|cline|begin|end|left|right|[a-z]*rule"
              + "|text|quad|theta|tau|beta|alpha|rho|forall|boldsymbol|displaystyle)"
              + "|(?<!\\p{L})(?:[dt]?frac[{0-9]|hline|cline\\{|begin\\{|end\\{)"
              + "|&|\\\\\\\\|\\\\[,;!]?\\s*$");

  private static final String NUMBERS = "1/2 for \\frac{1}{2}, sqrt(2) for \\sqrt{2}";

  static final String OF_TABLEAU =
      "Write what it prints: a row c | a_1 a_2 ... for each stage, with a bar for the first & and"
          + " blanks for the others, a line of dashes for \\hline, "
          + NUMBERS
          + ".";

  static final String OF_FORM =
      "Write what it prints: a bar between both sides of a row, blanks between numbers, "
          + NUMBERS
          + ".";

  static final String OF_RECURRENCE = "Write y[n+1] for y_{n+1}, f[n] for f_n, " + NUMBERS + ".";

  private TexText() {}

  /**
   * The finding of a text that is TeX.
   *
   * @param advice how it is written here
   */
  static Optional<Finding> in(String scheme, String member, String text, String advice) {
    List<String> lines = typed(text).lines().toList();
    for (String line : lines) {
      Matcher sign = SIGN.matcher(line);
      if (sign.find()) {
        String found = sign.group().strip();
        return Optional.of(
            new TextLine(scheme, member, line)
                .failure(Message.TEX, sign.start(), sign.start() + found.length(), found, advice)
                .finding());
      }
    }
    return Optional.empty();
  }

  /** The text with the backslashes that Java has read. */
  private static String typed(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group().charAt(0)) {
                      case '\f' -> "\\f";
                      case '\t' -> "\\t";
                      case '\b' -> "\\b";
                      case '\r' -> "\\r";
                      default -> "\\s";
                    }));
  }
}
