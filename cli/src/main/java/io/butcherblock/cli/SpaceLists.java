package io.butcherblock.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Options that take a list whose parts a comma joins, with parts that a space does. */
final class SpaceLists {

  private SpaceLists() {}

  /**
   * What is wrong, if the arguments that are too many come right behind such an option.
   *
   * @param args all arguments
   * @param unmatched those of them that are too many, in their order
   */
  static Optional<String> sentence(CommandLine command, String[] args, List<String> unmatched) {
    List<String> all = Arrays.asList(args);
    String first = unmatched.get(0);
    int at = all.indexOf(first);
    if (first.startsWith("-") || at < 1) {
      return Optional.empty();
    }
    String[] joined = all.get(at - 1).split("=", 2);
    String name = joined.length == 2 ? joined[0] : at > 1 ? all.get(at - 2) : "";
    OptionSpec option = command.getCommandSpec().optionsMap().get(name);
    if (option == null || option.splitRegex().isEmpty()) {
      return Optional.empty();
    }
    int to = at + 1;
    while (to < args.length && !args[to].startsWith("-")) {
      to++;
    }
    String list = joined[joined.length - 1] + "," + String.join(",", all.subList(at, to));
    return Optional.of(
        "The argument '%s' is one too many; several are joined by commas: %s %s"
            .formatted(first, name, list.replaceAll(",+", ",").replaceAll("^,|,$", "")));
  }
}
