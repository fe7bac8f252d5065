package io.butcherblock.documentation;

import io.butcherblock.cli.Main;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command of ours, as a page gives it.
 *
 * @param place page and line
 * @param byMaven whether Maven starts it, in a project of one's own
 * @param words what follows the program's name
 */
record DocumentedCommand(String place, boolean byMaven, List<String> words) {

  String page() {
    return place.substring(0, place.lastIndexOf(':'));
  }

  String text() {
    return String.join(" ", words);
  }

  /** Parses it as the program does; what is wrong with it, or an empty text. */
  String problem() {
    CommandLine line = Main.commandLine();
    try {
      line.parseArgs(words.toArray(String[]::new));
      return "";
    } catch (CommandLine.ParameterException e) {
      return place + ": " + text() + ": " + e.getMessage();
    }
  }

  /** With other values of options, so that it takes a moment only: {@code --steps=2 -minutes}. */
  DocumentedCommand with(List<String> changes) {
    CommandSpec command = Main.commandLine().getSubcommands().get(words.get(0)).getCommandSpec();
    List<String> changed = new ArrayList<>(words);
    for (String change : changes) {
      boolean added = change.startsWith("--");
      String name = added ? change.split("=", 2)[0] : "-" + change;
      remove(changed, command.findOption(name));
      if (added) {
        changed.add(change);
      }
    }
    return new DocumentedCommand(place, byMaven, changed);
  }

  private static void remove(List<String> words, OptionSpec option) {
    for (String name : option.names()) {
      int at = words.indexOf(name);
      if (at >= 0) {
        words.remove(at);
        if (option.arity().max() > 0) {
          words.remove(at);
        }
      }
      words.removeIf(word -> word.startsWith(name + "="));
    }
  }
}
