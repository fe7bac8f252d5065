package io.butcherblock.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells wrong usage in one sentence, with the nearest names that there are, and exits with 2. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    CommandLine command = thrown.getCommandLine();
    StringBuilder text = new StringBuilder(OneLine.of(thrown.getMessage()));
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        text.append("; did you mean ").append(String.join(" or ", near)).append('?');
      }
    }
    if ("?.!".indexOf(text.charAt(text.length() - 1)) < 0) {
      text.append('.');
    }
    String help = command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println(Main.NAME + ": " + text + " See '" + help + "'.");
    return CommandLine.ExitCode.USAGE;
  }
}
