package io.butcherblock.inspection;

/** The text of a report: lines of facts, sections with a title, sentences. */
final class ReportText {

  private final StringBuilder text = new StringBuilder();

  void line(String what, String value) {
    text.append("  %-13s %s%n".formatted(what, value));
  }

  /** A title and lines below it, indented. */
  void section(String title, String lines) {
    text.append("%n%s%n".formatted(title)).append(lines.stripTrailing().indent(2));
  }

  void sentence(String words) {
    text.append("%n%s%n".formatted(words));
  }

  /** All of it, lines with their line feeds. */
  @Override
  public String toString() {
    return text.toString();
  }
}
