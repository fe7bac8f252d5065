package io.butcherblock.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of which one is taken. Picocli speaks of them in its own notation, with all that there
 * are, or says that another is missing, which it would refuse too.
 */
public final class ExclusiveOptions {

  private ExclusiveOptions() {}

  /**
   * What is wrong: two that exclude each other, or one that is given twice.
   *
   * @param args of the command; its own name may be among them
   * @return without a full stop; empty if nothing is wrong
   */
  public static Optional<String> sentence(CommandSpec command, List<String> args) {
    List<OptionSpec> given = TypedOption.all(command, args);
    return command.argGroups().stream()
        .filter(ArgGroupSpec::exclusive)
        .flatMap(group -> sentence(group, given).stream())
        .findFirst();
  }

  /** What is wrong with any option of which one is taken, without a full stop. */
  public static String givenTwice(OptionSpec option) {
    return option.longestName() + " is given twice; give it once";
  }

  private static Optional<String> sentence(ArgGroupSpec group, List<OptionSpec> given) {
    Map<Object, OptionSpec> alternatives = new LinkedHashMap<>();
    for (OptionSpec option : given) {
      Optional<Object> alternative = alternative(group, option);
      if (alternative.isPresent()) {
        OptionSpec before = alternatives.putIfAbsent(alternative.get(), option);
        if (option.equals(before) && !option.isMultiValue()) {
          return Optional.of(givenTwice(option));
        }
      }
    }
    List<String> names = alternatives.values().stream().map(OptionSpec::longestName).toList();
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(
            "%s and %s are mutually exclusive; give one of them"
                .formatted(names.get(0), names.get(1)));
  }

  /** The option itself, or the options of a group that go with each other. */
  private static Optional<Object> alternative(ArgGroupSpec group, OptionSpec option) {
    // Not contains: options change after they were put into these sets, and with them their hashes.
    return group.args().stream().anyMatch(option::equals)
        ? Optional.of(option)
        : group.subgroups().stream()
            .filter(each -> each.allOptionsNested().stream().anyMatch(option::equals))
            .map(Object.class::cast)
            .findFirst();
  }
}
