package io.butcherblock.options;

import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;

/**
 * Long options that are written with one dash. Picocli takes {@code -out large.png} for the short
 * option {@code -o} with the value {@code ut}, and the file's name for an argument of its own.
 */
public final class OneDash {

  private OneDash() {}

  /** What is wrong with the first of them; empty if there is none. */
  public static Optional<String> sentence(CommandLine command, String... args) {
    return Arrays.stream(args)
        .takeWhile(each -> !each.equals("--"))
        .filter(each -> each.matches("-[^-].+"))
        .map(TypedOption::name)
        .filter(each -> command.getCommandSpec().optionsMap().containsKey("-" + each))
        .map(each -> "There is no option '%1$s'; did you mean -%1$s?".formatted(each))
        .findFirst();
  }
}
