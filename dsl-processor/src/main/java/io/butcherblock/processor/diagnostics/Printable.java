package io.butcherblock.processor.diagnostics;

/**
 * Text of a declaration as a message shows it. A terminal obeys control characters; in their place
 * stands a sign that takes one column, so that carets stay below what they mark.
 */
final class Printable {

  private static final char INSTEAD = '\ufffd';

  private Printable() {}

  /** The text with every control character but tabs, and line feeds if {@code lines}, replaced. */
  static String of(String text, boolean lines) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(c) && c != '\t' && !(lines && c == '\n')) {
        shown.setCharAt(i, INSTEAD);
      }
    }
    return shown.toString();
  }

  /** Control characters, ends of lines, and marks that turn the direction of writing. */
  private static boolean isControl(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
      default -> false;
    };
  }
}
