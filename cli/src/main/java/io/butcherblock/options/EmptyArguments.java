package io.butcherblock.options;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Arguments without a letter, as {@code "$PHOTO"} is where no such variable is set. As a path it
 * would be the folder that one works in, with all its images.
 */
public final class EmptyArguments {

  private EmptyArguments() {}

  /** What is wrong with the first of them; empty if there is none. */
  public static Optional<String> sentence(ParseResult command) {
    return command.matchedArgs().stream()
        .filter(each -> each.originalStringValues().contains(""))
        .map(
            each ->
                name(each)
                    + " is empty (''), as a variable of the shell is that was never set; give a"
                    + " value")
        .findFirst();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
