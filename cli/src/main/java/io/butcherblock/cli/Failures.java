package io.butcherblock.cli;

import io.butcherblock.options.FailureSentence;
import io.butcherblock.options.Suggestion;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/** Turns whatever was thrown into one sentence on standard error and the exit code. */
final class Failures implements IExecutionExceptionHandler {

  private final PrintWriter err;
  private final boolean verbose;

  Failures(PrintWriter err, boolean verbose) {
    this.err = err;
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine command, CommandLine.ParseResult parsed) {
    return tell(thrown);
  }

  int tell(Throwable thrown) {
    err.println(Suggestion.PROGRAM + ": " + FailureSentence.of(thrown));
    if (verbose) {
      thrown.printStackTrace(err);
    }
    return CommandLine.ExitCode.SOFTWARE;
  }
}
