package io.butcherblock.cli;

import io.butcherblock.console.QuietWriter;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.FileNames;
import io.butcherblock.options.ExclusiveOptions;
import io.butcherblock.options.LaunchArguments;
import io.butcherblock.options.OneDash;
import io.butcherblock.options.OptionSynonyms;
import io.butcherblock.options.SpaceLists;
import io.butcherblock.options.Suggestion;
import io.butcherblock.options.Texts;
import io.butcherblock.options.TypedOption;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells wrong usage in one sentence, with the nearest name that there is, and exits with 2. */
final class WrongUsage implements IParameterExceptionHandler {

  /** Picocli keeps the text of a converter's failure only: reason and name. */
  private static final Pattern NO_PATH = Pattern.compile("InvalidPathException: ([^:]*): (.*)\\)");

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    CommandLine command = thrown.getCommandLine();
    Matcher path = NO_PATH.matcher(thrown.getMessage());
    if (path.find()) {
      var e = new InvalidPathException(path.group(2), path.group(1));
      String sentence = PlainText.of(Texts.firstLine(FileNames.refusal(e).getMessage()));
      QuietWriter.errors(command.getErr()).println(Suggestion.PROGRAM + ": " + sentence);
      return CommandLine.ExitCode.USAGE;
    }
    String text = PlainText.of(Texts.ofPicocli(thrown.getMessage()));
    Optional<String> file = fileLikeAnOption(command, args);
    Optional<String> oneDash = OneDash.sentence(command, args);
    Optional<String> misplaced = LaunchArguments.misplaced(command, args);
    Optional<String> exclusive =
        ExclusiveOptions.sentence(command.getCommandSpec(), Arrays.asList(args));
    if (file.isPresent()) {
      text =
          "'%1$s' is taken for an option; to name the file, write './%1$s'".formatted(file.get());
    } else if (oneDash.isPresent()) {
      text = oneDash.get();
    } else if (misplaced.isPresent()) {
      text = PlainText.of(misplaced.get());
    } else if (thrown instanceof UnmatchedArgumentException unmatched) {
      text =
          SpaceLists.sentence(command, args, unmatched.getUnmatched())
              .map(PlainText::of)
              .orElseGet(() -> unmatched(command, unmatched.getUnmatched()));
    } else if (isUnknownOption(command, thrown.getValue())) {
      text = unmatched(command, List.of(thrown.getValue()));
    } else if (exclusive.isPresent()) {
      text = exclusive.get();
    } else if (thrown instanceof OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      text = ExclusiveOptions.givenTwice(option);
    } else if (thrown instanceof MissingParameterException) {
      // What is missing may be there, with a slip in its name.
      text = unknownOption(command, args).map(o -> unmatched(command, List.of(o))).orElse(text);
    }
    String help = command.getCommandSpec().qualifiedName() + " --help";
    QuietWriter.errors(command.getErr())
        .println(Suggestion.PROGRAM + ": " + Texts.sentence(text) + " See '" + help + "'.");
    return CommandLine.ExitCode.USAGE;
  }

  /** The first argument that has the form of an option but not its name. */
  private static Optional<String> unknownOption(CommandLine command, String[] args) {
    return Arrays.stream(args)
        .takeWhile(each -> !each.equals("--"))
        .filter(each -> each.startsWith("--"))
        .map(TypedOption::name)
        .filter(each -> !command.getCommandSpec().optionsMap().containsKey(each))
        .findFirst();
  }

  /** Whether the value of an option is none, but another option with a slip in its name. */
  private static boolean isUnknownOption(CommandLine command, String value) {
    return value != null
        && value.startsWith("--")
        && !command.getCommandSpec().optionsMap().containsKey(TypedOption.name(value));
  }

  /** The first argument that is no option, though it begins as one, but a file that is there. */
  private static Optional<String> fileLikeAnOption(CommandLine command, String[] args) {
    return Arrays.stream(args)
        .filter(each -> each.startsWith("-") && each.length() > 1)
        .filter(each -> !command.getCommandSpec().optionsMap().containsKey(each))
        .filter(each -> new File(each).exists())
        .map(PlainText::of)
        .findFirst();
  }

  private static String unmatched(CommandLine command, List<String> arguments) {
    String first = PlainText.of(arguments.get(0));
    String hint = OptionSynonyms.hint(command.getCommandSpec(), TypedOption.name(first));
    if (first.startsWith("-")) {
      return "There is no option '" + first + "'" + hint;
    }
    return (command.getSubcommands().isEmpty()
            ? "The argument '" + first + "' is one too many"
            : "There is no command '" + first + "'")
        + hint;
  }
}
