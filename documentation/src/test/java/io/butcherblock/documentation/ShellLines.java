package io.butcherblock.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a block for a shell: as much of its grammar as the pages use. */
final class ShellLines {

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");

  /** A word, with quoted parts in which there may be spaces. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

  private ShellLines() {}

  /** One text a command: continued lines are joined, comments and empty lines left out. */
  static List<String> commands(String block) {
    List<String> commands = new ArrayList<>();
    for (String line : block.replaceAll("\\\\\\n\\s*", "").split("\n", -1)) {
      String command = COMMENT.matcher(line).replaceAll("").strip();
      if (!command.isEmpty()) {
        commands.add(command);
      }
    }
    return commands;
  }

  /** The words of a command, without their quotes. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      words.add(matcher.group().replaceAll("[\"']", ""));
    }
    return words;
  }
}
