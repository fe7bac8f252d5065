package io.butcherblock.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of all pages.
 *
 * @param ours those of our program, however they are started
 * @param maven what is given to Maven
 * @param other all others, each behind its place
 */
record PageCommands(List<DocumentedCommand> ours, List<MavenCommand> maven, List<String[]> other) {

  private static final Pattern OURS = Pattern.compile("^(?:\\./)?butcherblock(?: (.*))?$");
  private static final Pattern CHECK_SCRIPT = Pattern.compile("^\\./check\\.sh(.*)$");

  /** Inline commands that stand for one with something in place of a word in capitals. */
  private static final Pattern WITH_GAP = Pattern.compile(" [A-Z]{3,}( |$)|\\.\\.\\.");

  /** The commands of blocks for a shell, and those within lines that begin with our name. */
  static PageCommands read(Path root) throws IOException {
    PageCommands commands =
        new PageCommands(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (MarkdownPage page : MarkdownPages.read(root)) {
      for (MarkdownPage.CodeBlock block : page.codeBlocks()) {
        if (block.language().equals("sh")) {
          ShellLines.commands(block.text()).forEach(c -> commands.add(block.place(), c));
        }
      }
      for (String code : page.inlineCode()) {
        if (OURS.matcher(code).matches() && !WITH_GAP.matcher(code).find()) {
          commands.add(page.name() + ":0", code);
        }
      }
    }
    return commands;
  }

  private void add(String place, String command) {
    Matcher own = OURS.matcher(command);
    Matcher script = CHECK_SCRIPT.matcher(command);
    if (own.matches()) {
      addOurs(place, false, Optional.ofNullable(own.group(1)).orElse(""));
    } else if (script.matches()) {
      addOurs(place, false, "check --json check.json" + script.group(1));
    } else if (command.startsWith("mvn ")) {
      MavenCommand maven = new MavenCommand(place, ShellLines.words(command));
      this.maven.add(maven);
      maven.property("exec.args").ifPresent(arguments -> addOurs(place, true, arguments));
    } else {
      other.add(new String[] {place, command});
    }
  }

  private void addOurs(String place, boolean byMaven, String arguments) {
    List<String> words = ShellLines.words(arguments);
    if (!words.isEmpty()) {
      ours.add(new DocumentedCommand(place, byMaven, words));
    }
    if (!words.isEmpty() && words.get(0).equals("launch")) {
      // What it starts is a command, too.
      int at = words.indexOf("train") >= 0 ? words.indexOf("train") : words.indexOf("upscale");
      ours.add(new DocumentedCommand(place, byMaven, words.subList(at, words.size())));
    }
  }
}
