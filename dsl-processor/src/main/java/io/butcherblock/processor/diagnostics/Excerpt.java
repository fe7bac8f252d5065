package io.butcherblock.processor.diagnostics;

/**
 * A stretch of a line of an annotation's text.
 *
 * @param member the member of the annotation that holds the text
 * @param line the line
 * @param column where the stretch begins, from 0
 * @param length its length, at least 1
 */
public record Excerpt(String member, String line, int column, int length) implements Location {

  /** A line of up to so many characters is shown whole. */
  private static final int WHOLE = 240;

  /** Of a longer line, what stands around the stretch. */
  private static final int AROUND = 60;

  private static final String CUT = "...";

  /** The line with carets under the stretch; tabs before it are kept so that it lines up. */
  public String text() {
    int from = line.length() <= WHOLE ? 0 : Math.max(0, column - AROUND);
    int to = line.length() <= WHOLE ? line.length() : Math.min(line.length(), column + AROUND);
    String before = from == 0 ? "" : CUT;
    StringBuilder carets = new StringBuilder(" ".repeat(before.length()));
    for (int i = from; i < column; i++) {
      carets.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
    }
    int shown = line.length() <= WHOLE ? length : Math.max(1, Math.min(length, to - column));
    return "    "
        + before
        + Printable.of(line.substring(from, to), /* lines= */ false)
        + (to == line.length() ? "" : CUT)
        + "\n    "
        + carets
        + "^".repeat(shown);
  }
}
