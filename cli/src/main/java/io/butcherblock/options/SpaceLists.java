package io.butcherblock.options;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Options that take a list whose parts a comma joins, with parts that a space does. */
public final class SpaceLists {

  private SpaceLists() {}

  /**
   * What is wrong, if the arguments that are too many come right behind such an option.
   *
   * @param args all arguments
   * @param unmatched those of them that are too many, in their order
   */
  public static Optional<String> sentence(
      CommandLine command, String[] args, List<String> unmatched) {
    return first(command, args, unmatched.get(0)::equals);
  }

  /**
   * What is wrong, if a number right behind the numbers of such an option was taken for a name. A
   * file may have such a name.
   */
  public static Optional<String> ofNumbers(CommandLine command, String[] args) {
    return first(command, args, each -> each.matches("\\d[\\d.,]*") && !new File(each).exists());
  }

  private static Optional<String> first(
      CommandLine command, String[] args, Predicate<String> tooMany) {
    return IntStream.range(1, args.length)
        .filter(at -> !args[at].startsWith("-") && tooMany.test(args[at]))
        .mapToObj(at -> sentence(command, Arrays.asList(args), at))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> sentence(CommandLine command, List<String> all, int at) {
    String[] joined = all.get(at - 1).split("=", 2);
    String name = joined.length == 2 ? joined[0] : at > 1 ? all.get(at - 2) : "";
    OptionSpec option = command.getCommandSpec().optionsMap().get(name);
    if (option == null || option.splitRegex().isEmpty()) {
      return Optional.empty();
    }
    int to = at + 1;
    while (to < all.size() && !all.get(to).startsWith("-")) {
      to++;
    }
    String list = joined[joined.length - 1] + "," + String.join(",", all.subList(at, to));
    return Optional.of(
        "The argument '%s' is one too many; several are joined by commas: %s %s"
            .formatted(all.get(at), name, list.replaceAll(",+", ",").replaceAll("^,|,$", "")));
  }
}
