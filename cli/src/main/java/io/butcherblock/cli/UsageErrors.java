package io.butcherblock.cli;

import io.butcherblock.names.NearestName;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells wrong usage in one sentence, with the nearest name that there is, and exits with 2. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    CommandLine command = thrown.getCommandLine();
    String text = OneLine.of(thrown.getMessage());
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      text = unmatched(command, unmatched.getUnmatched());
    }
    String help = command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println(Main.NAME + ": " + Sentence.ended(text) + " See '" + help + "'.");
    return CommandLine.ExitCode.USAGE;
  }

  private static String unmatched(CommandLine command, List<String> arguments) {
    String first = arguments.get(0);
    List<String> names = new ArrayList<>(command.getSubcommands().keySet());
    command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
    String hint =
        NearestName.of(first.replaceFirst("=.*", ""), names)
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    if (first.startsWith("-")) {
      return "There is no option '" + first + "'" + hint;
    }
    return (command.getSubcommands().isEmpty()
            ? "The argument '" + first + "' is one too many"
            : "There is no command '" + first + "'")
        + hint;
  }
}
