package io.butcherblock.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of the commands, written from the command line's own description. */
final class CommandHtml {

  private static final Pattern MENTION = Pattern.compile("butcherblock ([a-z-]+)");

  private final List<CommandText> commands;

  CommandHtml(List<CommandText> commands) {
    this.commands = commands;
  }

  static String file(CommandText command) {
    return command.fileName() + ".html";
  }

  /** The list of all commands, and what all have in common. */
  SitePage program(CommandText program) {
    StringBuilder html = new StringBuilder("<h1>The command line</h1>\n");
    program.paragraphs().forEach(text -> html.append(Html.tag("p", text)).append('\n'));
    html.append(Layout.code("sh", program.synopsis() + "\n"));
    html.append("<h2 id=\"commands\">Commands</h2>\n<dl>\n");
    for (CommandText command : commands) {
      html.append("<dt><a href=\"" + file(command) + "\">");
      html.append(Html.tag("code", command.name())).append("</a></dt>");
      html.append(Html.tag("dd", command.summary() + ".")).append('\n');
    }
    html.append("</dl>\n");
    part(html, "Options", "options", program.options());
    part(html, "Exit codes", "exit-codes", program.exitCodes());
    List<SitePage.Part> parts = new ArrayList<>();
    parts.add(new SitePage.Part(1, "The command line", "", String.join(" ", program.paragraphs())));
    parts.add(new SitePage.Part(2, "Commands", "commands", ""));
    parts.add(new SitePage.Part(2, "Options", "options", ""));
    parts.add(new SitePage.Part(2, "Exit codes", "exit-codes", text(program.exitCodes())));
    return new SitePage(file(program), "The command line", html.toString(), parts);
  }

  SitePage command(CommandText command) {
    StringBuilder html = new StringBuilder("<h1><code>" + command.name() + "</code></h1>\n");
    for (String paragraph : command.paragraphs()) {
      html.append("<p>").append(linked(command, paragraph)).append("</p>\n");
    }
    html.append("<pre tabindex=\"0\" class=\"synopsis\"><code>");
    for (String word : command.synopsis().split(" ", -1)) {
      html.append(Html.tag("span", word)).append(' ');
    }
    html.append("</code></pre>\n");
    List<SitePage.Part> parts = new ArrayList<>();
    String words = String.join(" ", command.paragraphs());
    parts.add(new SitePage.Part(1, command.name(), "", words));
    if (!command.examples().isEmpty()) {
      html.append("<h2 id=\"examples\">Examples</h2>\n");
      html.append(Layout.code("sh", String.join("\n", command.examples()) + "\n"));
      parts.add(new SitePage.Part(2, "Examples", "examples", ""));
    }
    if (!command.parameters().isEmpty()) {
      part(html, "Arguments", "arguments", command.parameters());
      parts.add(new SitePage.Part(2, "Arguments", "arguments", text(command.parameters())));
    }
    part(html, "Options", "options", command.options());
    parts.add(new SitePage.Part(2, "Options", "options", text(command.options())));
    return new SitePage(file(command), command.name(), html.toString(), parts);
  }

  private static String text(Map<String, String> items) {
    StringBuilder text = new StringBuilder();
    items.forEach((term, description) -> text.append(term + " " + description + " "));
    return text.toString();
  }

  private void part(StringBuilder html, String title, String anchor, Map<String, String> items) {
    html.append("<h2 id=\"" + anchor + "\">" + title + "</h2>\n<dl>\n");
    items.forEach(
        (term, text) -> {
          html.append("<dt>").append(Html.tag("code", term)).append("</dt>");
          html.append("<dd>").append(linked(null, text)).append("</dd>\n");
        });
    html.append("</dl>\n");
  }

  /** A text in which other commands are links. */
  private String linked(CommandText self, String text) {
    Matcher matcher = MENTION.matcher(Html.escaped(text));
    return matcher.replaceAll(
        match ->
            commands.stream()
                .filter(c -> c.name().equals(match.group()) && !c.equals(self))
                .findFirst()
                .map(c -> "<a href=\"" + file(c) + "\">" + match.group() + "</a>")
                .orElse(match.group()));
  }
}
