package io.butcherblock.options;

import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Options that take a list, with commas alone: picocli reads {@code --parts ,} as none at all. */
public final class EmptyLists {

  private EmptyLists() {}

  /** What is wrong with the first of them; empty if there is none. */
  public static Optional<String> sentence(ParseResult command) {
    return command.matchedOptions().stream()
        .filter(option -> !option.splitRegex().isEmpty())
        .filter(option -> option.getValue() instanceof Collection<?> list && list.isEmpty())
        .map(
            option ->
                "%s takes a list, and '%s' names nothing"
                    .formatted(
                        option.longestName(), String.join(" ", option.originalStringValues())))
        .findFirst();
  }
}
