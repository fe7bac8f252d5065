package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Message;
import java.util.regex.Pattern;

/**
 * A line of an annotation's text, and who is to be told about it.
 *
 * @param scheme the simple name of the declaring type
 * @param member the member of the annotation
 * @param mayNameParameters whether a number of the text may be a free parameter
 */
record TextLine(String scheme, String member, String text, boolean mayNameParameters) {

  /** The blanks of typeset text, as the one of fixed width that keeps words together. */
  private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

  TextLine {
    text = BLANK.matcher(text).replaceAll(" ");
  }

  /** A line in which a free parameter may be named if it is one of {@code value}. */
  TextLine(String scheme, String member, String text) {
    this(scheme, member, text, member.equals("value"));
  }

  Excerpt excerpt(int from, int to) {
    return new Excerpt(member, text, from, Math.max(1, to - from));
  }

  /** The line without the blanks around it. */
  Excerpt whole() {
    return excerpt(text.length() - text.stripLeading().length(), text.stripTrailing().length());
  }

  ParseFailure failure(Message message, int from, int to, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = scheme;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new ParseFailure(message.at(excerpt(from, to), all));
  }
}
