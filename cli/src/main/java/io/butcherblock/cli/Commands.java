package io.butcherblock.cli;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the program. */
final class Commands {

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

  /**
   * Adds all commands to the program.
   *
   * @param wanted says of a name whether its command may be run or asked for its options; of the
   *     others only names and descriptions are added, for the options of all take long to make
   */
  static void addTo(CommandLine program, Predicate<String> wanted) {
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
  }
}
