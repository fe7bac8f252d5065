package io.butcherblock.console;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/**
 * Standard error under {@code --quiet}: progress and notes go nowhere. What fails is told all the
 * same; it asks for the place by the methods of this class.
 */
public final class QuietWriter extends PrintWriter {

  private final PrintWriter errors;

  /**
   * Makes one.
   *
   * @param errors where failures are told
   */
  public QuietWriter(PrintWriter errors) {
    super(Writer.nullWriter());
    this.errors = errors;
  }

  /**
   * Where failures are told.
   *
   * @param err standard error of a command, quiet or not
   */
  public static PrintWriter errors(PrintWriter err) {
    return err instanceof QuietWriter quiet ? quiet.errors : err;
  }

  /** Where a failure is told that does not end the command: {@code shown} unless it is quiet. */
  public static Consumer<String> failures(PrintWriter err, Consumer<String> shown) {
    return err instanceof QuietWriter quiet ? quiet.errors::println : shown;
  }

  /** Where is told what a command is about to do: {@code out}, but nowhere if it is quiet. */
  public static PrintWriter preface(PrintWriter err, PrintWriter out) {
    return err instanceof QuietWriter ? err : out;
  }

  /** Where stands what a result means and what to type next: nowhere if it is quiet. */
  public static PrintWriter remarks(CommandLine command) {
    return preface(command.getErr(), command.getOut());
  }

  /** A standard error whose text goes through {@code filter}, as quiet as {@code err}. */
  public static PrintWriter through(UnaryOperator<PrintWriter> filter, PrintWriter err) {
    PrintWriter filtered = filter.apply(errors(err));
    return err instanceof QuietWriter ? new QuietWriter(filtered) : filtered;
  }
}
