package io.butcherblock.options;

import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option as it is typed, with its value or without. */
public final class TypedOption {

  private TypedOption() {}

  /** Its name, with dashes: {@code --out} of {@code --out=large.png}. */
  public static String name(String argument) {
    return argument.replaceFirst("(?s)=.*", "");
  }

  /**
   * The options that are typed, in this order, also those with a value that they do not take, which
   * picocli does not count.
   *
   * @param args of the command; its own name may be among them
   */
  static List<OptionSpec> all(CommandSpec command, List<String> args) {
    return args.stream()
        .takeWhile(each -> !each.equals("--"))
        .map(TypedOption::name)
        .map(command.optionsMap()::get)
        .filter(Objects::nonNull)
        .toList();
  }
}
