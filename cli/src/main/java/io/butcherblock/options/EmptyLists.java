package io.butcherblock.options;

import java.util.Collection;
import java.util.Optional;
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
        .map(
            option ->
                (isEmpty((Collection<?>) option.getValue())
                        ? "%s takes a list, and '%s' names nothing"
                        : "%s takes a list, and a part of '%s' is empty")
                    .formatted(
                        option.longestName(), String.join(" ", option.originalStringValues())))
        .findFirst();
  }

  private static boolean isEmpty(Collection<?> list) {
    return list.stream().allMatch(each -> each.toString().isBlank());
  }

  private static boolean hasEmpty(Collection<?> list) {
    return list.isEmpty() || list.stream().anyMatch(each -> each.toString().isBlank());
  }
}
