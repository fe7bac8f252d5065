package io.butcherblock.options;

import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Mistyped options behind one that takes a value: picocli takes {@code --out --resum} for a folder
 * of that name.
 */
public final class OptionsAsValues {

  private OptionsAsValues() {}

  /** What is wrong with the first of them; empty if there is none. */
  public static Optional<String> sentence(CommandSpec command, String... args) {
    return IntStream.range(1, args.length)
        .takeWhile(at -> !args[at].equals("--"))
        .filter(at -> args[at].startsWith("--") && isTaken(command, args[at - 1]))
        .mapToObj(at -> args[at])
        .filter(each -> !command.optionsMap().containsKey(TypedOption.name(each)))
        .map(
            each ->
                "There is no option '%1$s' (a file of that name is ./%1$s)%2$s"
                    .formatted(each, OptionSynonyms.hint(command, TypedOption.name(each))))
        .findFirst();
  }

  private static boolean isTaken(CommandSpec command, String before) {
    return command.optionsMap().containsKey(before)
        && !GivenOptions.isFlag(command.optionsMap().get(before));
  }
}
