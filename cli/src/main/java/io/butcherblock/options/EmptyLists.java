package io.butcherblock.options;

import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options that take a list, with a part that is empty: picocli reads {@code --parts ,} as none at
 * all.
 */
public final class EmptyLists {

  private EmptyLists() {}

  /** What is wrong with the first of them; empty if there is none. */
  public static Optional<String> sentence(ParseResult command) {
    return command.matchedOptions().stream()
        .filter(option -> !option.splitRegex().isEmpty())
        .filter(option -> option.getValue() instanceof Collection<?> list && hasEmpty(list))
        .map(option -> option.longestName() + " takes a list, and " + wrong(option))
        .findFirst();
  }

  private static String wrong(OptionSpec option) {
    String given = String.join(" ", option.originalStringValues());
    return isEmpty((Collection<?>) option.getValue())
        ? "'%s' names nothing".formatted(given)
        : "a part of '%s' is empty".formatted(given);
  }

  private static boolean isEmpty(Collection<?> list) {
    return list.stream().allMatch(each -> each.toString().isBlank());
  }

  private static boolean hasEmpty(Collection<?> list) {
    return list.isEmpty() || list.stream().anyMatch(each -> each.toString().isBlank());
  }
}
