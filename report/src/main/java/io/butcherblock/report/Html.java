package io.butcherblock.report;

import java.util.Base64;
import java.util.Locale;

/** Small pieces of HTML. */
final class Html {

  private Html() {}

  /** Text that stands for itself, in an element or in a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A picture as an address that needs no file. */
  static String dataUri(Picture picture) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png());
  }

  /** A caption of a figure; nothing for an empty text. */
  static String caption(String text) {
    return text.isEmpty() ? "" : "<figcaption>" + escape(text) + "</figcaption>\n";
  }

  /** Markup with numbers and texts in it; the texts must be escaped already. */
  static String format(String markup, Object... values) {
    return String.format(Locale.ROOT, markup, values);
  }
}
