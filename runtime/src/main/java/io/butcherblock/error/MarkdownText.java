package io.butcherblock.error;

import java.util.regex.Pattern;

/** Text that a reader of Markdown shows as it is, in a sentence or in a cell of a table. */
public final class MarkdownText {

  /** What marks, links, tags, entities, formulas or cells of tables begin or end with. */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>|&~$]");

  private MarkdownText() {}

  /**
   * The text of a value on one line, as of {@link PlainText#of}, with a backslash before each
   * character that would be taken for markup.
   *
   * @param value any object, such as a path
   */
  public static String of(Object value) {
    return MARKUP.matcher(PlainText.of(value)).replaceAll("\\\\$0");
  }
}
