package io.butcherblock.commands;

import io.butcherblock.options.Suggestion;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: what shells complete commands and options with. */
@Command(
    name = CompletionCommand.NAME,
    description = {
      "Prints a script with which bash and zsh complete commands, options and their values on Tab:"
          + " source <(butcherblock completion)"
    })
final class CompletionCommand implements Callable<Integer> {

  static final String NAME = "completion";

  /** The values of an enum, which picocli writes as Java does, and all pages in small letters. */
  private static final Pattern VALUES = Pattern.compile("(?m)^.*_option_args=\\(\".*\\).*$");

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    String script = AutoComplete.bash(Suggestion.PROGRAM, command.commandLine().getParent());
    command
        .commandLine()
        .getOut()
        .print(
            VALUES
                .matcher(script)
                .replaceAll(line -> line.group().toLowerCase(Locale.ROOT).replace("$", "\\$")));
    return ExitCode.OK;
  }
}
