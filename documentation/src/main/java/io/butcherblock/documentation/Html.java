package io.butcherblock.documentation;

/** Text in HTML. */
final class Html {

  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A text between a begin and an end tag. */
  static String tag(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name.replaceFirst(" .*", "") + ">";
  }
}
