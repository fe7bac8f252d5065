package io.butcherblock.text;

import java.util.Locale;

/** Small pieces of HTML. */
public final class Html {

  private Html() {}

  /** Text that stands for itself, in an element or in a quoted attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A caption of a figure; nothing for an empty text. */
  public static String caption(String text) {
    return text.isEmpty() ? "" : "<figcaption>" + escape(text) + "</figcaption>\n";
  }

  /** Markup with numbers and texts in it; the texts must be escaped already. */
  public static String format(String markup, Object... values) {
    return String.format(Locale.ROOT, markup, values);
  }
}
