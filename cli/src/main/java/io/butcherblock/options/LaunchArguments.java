package io.butcherblock.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** How {@code launch} and the command that it starts are written, one behind the other. */
public final class LaunchArguments {

  public static final String NAME = "launch";

  /** What help says of commands whose images several processes can divide. */
  public static final String DIVIDE_IMAGES =
      "With RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT set, as torchrun, Slurm and Kubernetes do"
          + " and '"
          + Suggestion.PROGRAM
          + " "
          + NAME
          + "' on one machine, several processes divide the images.";

  public static final String PROCESSES = "--processes";

  /** The commands that know of several processes. */
  public static final List<String> SHARED = List.of("train", "upscale", "eval");

  private LaunchArguments() {}

  /**
   * What is to be said of options on the wrong side of the command's name.
   *
   * @param args all arguments
   * @return empty if there are none
   */
  public static Optional<String> misplaced(CommandLine line, String[] args) {
    List<String> all = Arrays.asList(args);
    int launch = all.indexOf(NAME);
    int at = all.stream().filter(SHARED::contains).mapToInt(all::indexOf).min().orElse(-1);
    if (!line.getCommandName().equals(NAME) || launch < 0 || at < launch) {
      return Optional.empty();
    }
    if (all.subList(at, all.size()).stream().anyMatch(LaunchArguments::isProcesses)) {
      return Optional.of(ownOption(all.get(at)));
    }
    CommandSpec started = line.getParent().getSubcommands().get(all.get(at)).getCommandSpec();
    return all.subList(launch, at).stream()
        .map(TypedOption::name)
        .filter(each -> !line.getCommandSpec().optionsMap().containsKey(each))
        .filter(started.optionsMap()::containsKey)
        .findFirst()
        .map(
            option ->
                "%s is an option of %s: write it behind that name".formatted(option, all.get(at)));
  }

  /** That the number of processes belongs before the command. */
  public static String ownOption(String name) {
    return "%1$s is launch's own: write it before the command, as in '%2$s %1$s 2 %3$s ...'"
        .formatted(PROCESSES, NAME, name);
  }

  /** Whether an argument is the number of processes. */
  public static boolean isProcesses(String argument) {
    return argument.equals(PROCESSES) || argument.startsWith(PROCESSES + "=");
  }
}
