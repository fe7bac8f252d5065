package io.butcherblock.options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/** Several files or folders, with names that a comma joins: a space does. */
public final class CommaLists {

  private CommaLists() {}

  /** What is wrong with the first of them; empty if there is none. */
  public static Optional<String> sentence(ParseResult command) {
    for (ArgSpec argument : command.matchedArgs()) {
      if (argument.auxiliaryTypes()[0].equals(Path.class) && argument.arity().max() > 1) {
        for (String value : argument.originalStringValues()) {
          if (isList(value)) {
            return Optional.of(
                "There is no '%s'; several are written with spaces: %s"
                    .formatted(value, value.replace(',', ' ')));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isList(String value) {
    String[] names = value.split(",");
    return names.length > 1
        && !Files.exists(Path.of(value))
        && Arrays.stream(names).allMatch(name -> Files.exists(Path.of(name)));
  }
}
