package io.butcherblock.processor.parse;

import io.butcherblock.names.NearestName;
import io.butcherblock.processor.diagnostics.Message;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what is meant by characters that are no part of a number. */
final class UnknownText {

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern DASH = Pattern.compile("\\p{Pd}");
  private static final String FRACTION_SLASH = "\u2044";

  private UnknownText() {}

  /** The failure for what stands at a column. */
  static ParseFailure at(TextLine line, int start) {
    Matcher word = WORD.matcher(line.text()).region(start, line.text().length());
    String text =
        word.lookingAt() ? word.group() : Character.toString(line.text().codePointAt(start));
    return line.failure(
        Message.UNKNOWN_CHARACTER, start, start + text.length(), shown(text), hint(text));
  }

  /** The text itself, or the number of a character that nobody would see. */
  private static String shown(String text) {
    int character = text.codePointAt(0);
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
          String.format(Locale.ROOT, "U+%04X", character);
      default -> text;
    };
  }

  private static String hint(String text) {
    if (text.equals("\u221a") || NearestName.of(text, List.of("sqrt")).isPresent()) {
      return " Did you mean sqrt(...)?";
    }
    if (DASH.matcher(text).matches()) {
      return " Did you mean the minus sign -?";
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(FRACTION_SLASH, "/");
    return plain.contains("/") ? " Did you mean " + plain + "?" : "";
  }
}
