package io.butcherblock.documentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages for {@code man}, in its macros. */
final class ManPage {

  private final StringBuilder page = new StringBuilder();

  private ManPage() {}

  /**
   * The page of one command.
   *
   * @param seeAlso the names of other pages
   * @param date of the program, as in 2026-01-31
   */
  static String of(CommandText command, List<String> seeAlso, String version, String date) {
    ManPage page = new ManPage();
    page.begin(command, version, date);
    page.section("DESCRIPTION");
    command.paragraphs().forEach(page::paragraph);
    page.arguments(command);
    page.examples(command.examples());
    page.end(command, seeAlso);
    return page.page.toString();
  }

  /** The page of the program, with a list of its commands. */
  static String ofProgram(
      CommandText program, List<CommandText> commands, String version, String date) {
    ManPage page = new ManPage();
    page.begin(program, version, date);
    page.section("DESCRIPTION");
    program.paragraphs().forEach(page::paragraph);
    page.section("COMMANDS");
    for (CommandText command : commands) {
      page.item(command.fileName() + "(1)", command.summary() + ".");
    }
    page.arguments(program);
    page.end(program, List.of());
    return page.page.toString();
  }

  private void begin(CommandText command, String version, String date) {
    String title = command.fileName().toUpperCase(Locale.ROOT);
    page.append(".\\\" Written from the command line's own description.\n");
    page.append(".TH \"" + title + "\" \"1\" \"" + date + "\" \"butcherblock " + version + "\"");
    page.append(" \"Butcherblock\"\n.nh\n.ad l\n");
    section("NAME");
    line(escaped(command.fileName()) + " \\- " + escaped(decapitalized(command.summary())));
    section("SYNOPSIS");
    line("\\fB" + escaped(command.name()) + "\\fR");
    line(escaped(command.synopsis().substring(command.name().length()).strip()));
  }

  private void arguments(CommandText command) {
    if (!command.parameters().isEmpty()) {
      section("ARGUMENTS");
      items(command.parameters());
    }
    section("OPTIONS");
    items(command.options());
  }

  private void examples(List<String> examples) {
    if (!examples.isEmpty()) {
      section("EXAMPLES");
      for (String example : examples) {
        newParagraph();
        page.append(".nf\n");
        line(escaped(example));
        page.append(".fi\n");
      }
    }
  }

  private void end(CommandText command, List<String> seeAlso) {
    section("EXIT STATUS");
    items(command.exitCodes());
    if (!seeAlso.isEmpty()) {
      section("SEE ALSO");
      line(escaped(String.join(", ", seeAlso.stream().map(name -> name + "(1)").toList())));
    }
  }

  private void section(String title) {
    page.append(".SH ").append(title).append('\n');
  }

  private void paragraph(String text) {
    newParagraph();
    line(escaped(text));
  }

  /** A section begins with one. */
  private void newParagraph() {
    if (!page.substring(page.lastIndexOf("\n", page.length() - 2) + 1).startsWith(".SH")) {
      page.append(".PP\n");
    }
  }

  private void items(Map<String, String> items) {
    items.forEach(this::item);
  }

  private void item(String term, String text) {
    page.append(".TP\n");
    line("\\fB" + escaped(term) + "\\fR");
    line(escaped(text));
  }

  /** A line that begins with a dot or a quote would be a request. */
  private void line(String text) {
    page.append(text.startsWith(".") || text.startsWith("'") ? "\\&" : "")
        .append(text)
        .append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }

  private static String decapitalized(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
