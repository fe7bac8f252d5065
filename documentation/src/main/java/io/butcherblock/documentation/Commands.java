package io.butcherblock.documentation;

import io.butcherblock.cli.Main;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** The program and its commands, as it describes itself. */
final class Commands {

  private Commands() {}

  /** The program itself. */
  static CommandText program() {
    return CommandText.of(Main.commandLine());
  }

  /** Its commands, in the order of its help. */
  static List<CommandText> all() {
    List<CommandText> commands = new ArrayList<>();
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      commands.add(CommandText.of(command));
    }
    return commands;
  }
}
