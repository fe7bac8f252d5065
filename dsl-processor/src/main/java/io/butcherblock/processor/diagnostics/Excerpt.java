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

  /** The line with carets under the stretch; tabs before it are kept so that it lines up. */
  public String text() {
    StringBuilder carets = new StringBuilder();
    for (int i = 0; i < column; i++) {
      carets.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return "    " + line + "\n    " + carets + "^".repeat(length);
  }
}
