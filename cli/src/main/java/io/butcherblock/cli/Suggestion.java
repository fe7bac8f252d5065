package io.butcherblock.cli;

/** A command that a person may type next, as it is typed where this program was started. */
final class Suggestion {

  /** Set by launchers and by the parent of other people's projects; %s stands for the arguments. */
  private static final String PROPERTY = "butcherblock.command";

  private Suggestion() {}

  /**
   * The command.
   *
   * @param arguments the subcommand and what follows it
   */
  static String of(String arguments) {
    return System.getProperty(PROPERTY, Main.NAME + " %s").replace("%s", arguments);
  }
}
