package io.butcherblock.cli;

import io.butcherblock.commands.Commands;
import io.butcherblock.console.PlainWriter;
import io.butcherblock.console.StandardStream;
import io.butcherblock.device.NativeLibraries;
import io.butcherblock.export.Producer;
import io.butcherblock.files.FileFailure;
import io.butcherblock.options.CommaLists;
import io.butcherblock.options.EmptyArguments;
import io.butcherblock.options.EmptyLists;
import io.butcherblock.options.FileArguments;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.OneDash;
import io.butcherblock.options.OptionsAsValues;
import io.butcherblock.options.SpaceLists;
import io.butcherblock.options.Suggestion;
import io.butcherblock.text.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 success, 1 failure, 2 wrong usage; a failure is one sentence on
 * standard error, with its stack trace only under {@code --verbose}.
 */
@Command(
    name = Suggestion.PROGRAM,
    description = "Trains and runs super-resolution networks built from numerical ODE schemes.",
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:Success.", "1:Failure, told in a sentence.", "2:Wrong usage."})
public final class Main implements Callable<Integer> {

  private static final int HELP_IN_FILES = 80;

  /** Picocli's narrowest help. */
  private static final int LEAST_HELP = 55;

  @Spec private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // Tells picocli of the options; see Mixins.CommonOptions.
  private Mixins.CommonOptions common;

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    prepare();
    StandardStream stream = StandardStream.output();
    PrintWriter out = new PrintWriter(stream, true, charset("stdout.encoding"));
    PrintWriter err = new PrintWriter(System.err, true, charset("stderr.encoding"));
    int code = run(out, err, args);
    System.exit(stream.failure().map(e -> lost(e, code, err)).orElse(code));
  }

  /** Sets properties of this process that the libraries read. */
  static void prepare() {
    // Some format numbers by it, in what shells and other programs read.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    // No option is a time; else picocli prepares to read all kinds of them, at each start.
    System.setProperty("picocli.converters.excludes", "java\\.(time|sql)\\..*");
  }

  /** What was printed is the result, so that a command whose output is lost has failed. */
  private static int lost(IOException failure, int code, PrintWriter err) {
    if (StandardStream.isClosedPipe(failure)) {
      // As a program in C would end, and as silently: the reader has seen enough.
      return code == 0 ? StandardStream.CLOSED_PIPE : code;
    }
    err.println(
        Suggestion.PROGRAM
            + ": "
            + FileFailure.cannot("write", "standard output", failure).getMessage());
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** From Java 18 on the default is UTF-8 whatever the terminal understands. */
  private static Charset charset(String property) {
    String name = System.getProperty(property, System.getProperty("native.encoding"));
    return name != null && Charset.isSupported(name)
        ? Charset.forName(name)
        : Charset.defaultCharset();
  }

  private static boolean isVerbose(String... args) {
    return Arrays.asList(args).contains(Mixins.CommonOptions.VERBOSE);
  }

  /** All commands with their options, to be described or to parse with. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    Commands.addTo(line);
    return configured(line);
  }

  /** All commands, with the options of those that are among the arguments. */
  private static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Main());
    Commands.addTo(line, Arrays.asList(args));
    return configured(line);
  }

  private static CommandLine configured(CommandLine line) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    // A file may be named @artist.png.
    line.setExpandAtFiles(false);
    return line;
  }

  /**
   * Runs a command.
   *
   * @return the exit code: 0, 1 or 2
   */
  // Whatever goes wrong, a person reads about it here and nowhere else.
  @SuppressWarnings("CatchingUnchecked")
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    PrintWriter plainErr = new PrintWriter(new PlainWriter(err), /* autoFlush= */ true);
    Failures failures = new Failures(plainErr, isVerbose(args));
    Terminal terminal = Terminal.ofProcess();
    try {
      CommandLine line = commandLine(args);
      line.setOut(out).setErr(err);
      line.setUsageHelpWidth(
          terminal.columns() == 0 ? HELP_IN_FILES : Math.max(LEAST_HELP, terminal.columns()));
      line.setColorScheme(
          CommandLine.Help.defaultColorScheme(
              terminal.isColored() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
      line.setParameterExceptionHandler(new WrongUsage());
      line.setExecutionStrategy(new Execution(line, out, plainErr, failures));
      line.setExecutionExceptionHandler(failures);
      return line.execute(TrainArguments.complete(Main::commandLine, args));
    } catch (Throwable thrown) {
      return failures.tell(thrown);
    } finally {
      // Those of commands keep nothing back.
      out.flush();
      err.flush();
    }
  }

  /** A class, for lambdas of picocli's old interfaces keep them out of archives of classes. */
  private record Execution(CommandLine line, PrintWriter out, PrintWriter err, Failures failures)
      implements IExecutionStrategy {

    @Override
    public int execute(ParseResult parsed) {
      Integer helped = CommandLine.executeHelpRequest(parsed);
      if (helped != null) {
        return helped;
      }
      refuseMisread(parsed);
      // Help may be in color; what a command prints holds names, which may be in anything.
      line.setOut(new PrintWriter(new PlainWriter(out), /* autoFlush= */ true));
      line.setErr(Mixins.CommonOptions.err(parsed, err));
      return run(parsed, failures);
    }
  }

  /** Refuses what picocli takes as it was not meant. */
  private static void refuseMisread(ParseResult parsed) {
    List<CommandLine> commands = parsed.asCommandLineList();
    CommandLine command = commands.get(commands.size() - 1);
    String[] args = parsed.originalArgs().toArray(String[]::new);
    Optional<String> misread =
        OneDash.sentence(command, args)
            .or(() -> OptionsAsValues.sentence(command.getCommandSpec(), args))
            .or(() -> FileArguments.sentence(command.getParseResult()))
            .or(() -> SpaceLists.ofNumbers(command, args))
            .or(() -> CommaLists.sentence(command.getParseResult()))
            .or(() -> EmptyLists.sentence(command.getParseResult()))
            .or(() -> EmptyArguments.sentence(command.getParseResult()));
    if (misread.isPresent()) {
      throw new ParameterException(command, misread.get());
    }
  }

  private static int run(ParseResult parsed, Failures failures) {
    if (NativeLibraries.forGpusAreOnClassPath()) {
      try {
        // Whatever the command then loads first.
        NativeLibraries.select();
      } catch (RuntimeException | LinkageError e) {
        // Picocli's handler of failures is for those of commands.
        return failures.tell(e);
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** The version that the build wrote into the library. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        Suggestion.PROGRAM + " " + Producer.version(), "Java " + Runtime.version()
      };
    }
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return CommandLine.ExitCode.OK;
  }
}
