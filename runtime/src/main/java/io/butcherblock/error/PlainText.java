package io.butcherblock.error;

import java.util.Locale;

/**
 * Text that a terminal shows and does not obey. Names of files and of what stands in them may hold
 * line breaks and escape sequences, which could clear a screen or write what was never said.
 */
public final class PlainText {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_SENTENCE = 10_000;

  private PlainText() {}

  /**
   * The text of a value on one line, with every control character written out: {@code \n} for a
   * line break, {@code \t} for a tab, {@code \u001b} for an escape.
   *
   * @param value any object, such as a path
   */
  public static String of(Object value) {
    return written(String.valueOf(value), "");
  }

  /**
   * A name or text that stood in a file, for a sentence: as of {@link #of}, and cut to {@value
   * #LONGEST_NAME} characters and {@code ...} where it is longer.
   *
   * @param value any object, such as a key
   */
  public static String shortOf(Object value) {
    return cut(of(start(String.valueOf(value), LONGEST_NAME + 1)), LONGEST_NAME);
  }

  /** A sentence as of {@link #of}, cut where it is longer than any that is meant to be read. */
  static String sentence(String text) {
    return cut(of(start(text, LONGEST_SENTENCE + 1)), LONGEST_SENTENCE);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : start(text, longest) + "...";
  }

  /** The first characters, the last one whole. */
  private static String start(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  /**
   * A text of several lines, with every control character but line breaks and tabs written out.
   *
   * @param text may end in a line break
   */
  public static String ofLines(String text) {
    return written(text, "\n\r\t");
  }

  private static String written(String text, String kept) {
    if (text.codePoints().noneMatch(c -> isControl(c) && kept.indexOf(c) < 0)) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (!isControl(c) || kept.indexOf(c) >= 0) {
                plain.appendCodePoint(c);
              } else if (c == '\n') {
                plain.append("\\n");
              } else if (c == '\r') {
                plain.append("\\r");
              } else if (c == '\t') {
                plain.append("\\t");
              } else {
                plain.append(String.format(Locale.ROOT, "\\u%04x", c));
              }
            });
    return plain.toString();
  }

  /** Control characters, ends of lines, and marks that turn the direction of writing. */
  private static boolean isControl(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
      default -> false;
    };
  }
}
