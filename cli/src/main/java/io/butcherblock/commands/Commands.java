package io.butcherblock.commands;

import io.butcherblock.options.LaunchArguments;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the program. */
public final class Commands {

  // New commands are added here, in the order of the help page.
  private static final List<Class<?>> ALL =
      List.of(
          QuickstartCommand.class,
          SchemesCommand.class,
          NetworksCommand.class,
          ScalingCommand.class,
          InspectCommand.class,
          TrainCommand.class,
          LaunchCommand.class,
          AblateCommand.class,
          CurvesCommand.class,
          EvalCommand.class,
          ConvergenceCommand.class,
          ScoreCommand.class,
          PaperTableCommand.class,
          UpscaleCommand.class,
          ServeCommand.class,
          ImportCommand.class,
          ExportCommand.class,
          ResizeCommand.class,
          SynthesizeCommand.class,
          CheckCommand.class,
          CompletionCommand.class);

  private Commands() {}

  /** Adds all commands to the program. */
  public static void addTo(CommandLine program) {
    addTo(program, name -> true);
  }

  /**
   * Adds all commands to the program that is run with some arguments. Of commands that are not
   * among these only names and descriptions are added, for the options of all take long to make.
   */
  public static void addTo(CommandLine program, List<String> arguments) {
    addTo(program, arguments.contains(CompletionCommand.NAME) ? name -> true : arguments::contains);
  }

  private static void addTo(CommandLine program, Predicate<String> wanted) {
    for (Class<?> type : ALL) {
      Command command = type.getAnnotation(Command.class);
      if (wanted.test(command.name())) {
        program.addSubcommand(type);
      } else {
        CommandSpec named = CommandSpec.create().name(command.name());
        named.usageMessage().description(command.description());
        program.addSubcommand(command.name(), named);
      }
    }
    // What follows the command's name belongs to the command that it starts.
    program.getSubcommands().get(LaunchArguments.NAME).setStopAtPositional(true);
  }
}
