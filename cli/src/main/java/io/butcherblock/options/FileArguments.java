package io.butcherblock.options;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options that take a file, with a name that is written as a folder's. A path does not keep the
 * slash at its end, so that {@code --json results/} would write a file {@code results}.
 */
public final class FileArguments {

  private FileArguments() {}

  /** What is wrong with the first of them; empty if there is none. */
  public static Optional<String> sentence(ParseResult command) {
    for (OptionSpec option : command.matchedOptions()) {
      if (isFile(option)) {
        for (String value : option.originalStringValues()) {
          if (OutputPlace.endsAsFolder(value)) {
            return Optional.of(
                "%s takes a file, and '%s' is written as a folder; name a file"
                    .formatted(option.longestName(), value));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isFile(ArgSpec argument) {
    return argument.auxiliaryTypes()[0].equals(Path.class)
        && argument.paramLabel().startsWith("FILE");
  }
}
