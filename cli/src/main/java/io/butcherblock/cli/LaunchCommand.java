package io.butcherblock.cli;

import io.butcherblock.console.QuietWriter;
import io.butcherblock.distributed.LocalGroup;
import io.butcherblock.names.NearestName;
import io.butcherblock.options.Converters;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.Suggestion;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code launch}: runs a command in several processes on this machine. */
@Command(
    name = LaunchCommand.NAME,
    description = {
      "Runs 'train', 'upscale' or 'eval' with several processes on this machine. In training each"
          + " works on its share of every batch; images to enlarge or to evaluate are taken by"
          + " whichever process is free.",
      "On several machines let Slurm's srun, torchrun or Kubernetes start the command itself.",
      "",
      "Example: butcherblock launch --processes 2 train oisr-lf-s --scale 2 --data DIV2K --out"
          + " runs/lf-s"
    })
final class LaunchCommand implements Callable<Integer> {

  static final String NAME = "launch";

  /** What help says of commands whose images several processes can divide. */
  static final String DIVIDE_IMAGES =
      "With RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT set, as torchrun, Slurm and Kubernetes do"
          + " and '"
          + Suggestion.PROGRAM
          + " "
          + NAME
          + "' on one machine, several processes divide the images.";

  private static final String PROCESSES = "--processes";

  /** So many are started on any machine, to try several machines out on one. */
  private static final int ALWAYS = 8;

  /** The commands that know of several processes. */
  private static final List<String> SHARED = List.of("train", "upscale", "eval");

  @Spec private CommandSpec command;

  @Option(
      names = PROCESSES,
      required = true,
      paramLabel = "N",
      converter = Converters.PositiveInteger.class,
      description = "How many; on GPUs, one a GPU.")
  private Integer processes;

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command and its options.")
  private List<String> arguments;

  @Override
  public Integer call() {
    String name = arguments.get(0);
    if (!SHARED.contains(name)) {
      throw new ParameterException(
          command.commandLine(),
          "launch starts one of %s, not '%s'; %s"
              .formatted(
                  String.join(", ", SHARED),
                  name,
                  NearestName.of(name, SHARED)
                      .map(nearest -> "did you mean " + nearest + "?")
                      .orElse("other commands run in one process")));
    }
    if (arguments.stream().anyMatch(LaunchCommand::isProcesses)) {
      throw new ParameterException(command.commandLine(), ownOption(name));
    }
    int most = Math.max(ALWAYS, Runtime.getRuntime().availableProcessors());
    if (processes > most) {
      throw new ParameterException(
          command.commandLine(),
          "%s %s is more than this machine has processors for; %s at most are started here"
              .formatted(PROCESSES, processes, most));
    }
    List<String> line = new ArrayList<>(arguments);
    // Of options that all commands have it is all the same where they stand.
    line.addAll(1, Mixins.CommonOptions.given(command));
    return LocalGroup.run(
        java(line), processes, variables(), QuietWriter.errors(command.commandLine().getErr()));
  }

  /**
   * What is to be said of options on the wrong side of the command's name.
   *
   * @param args all arguments
   * @return empty if there are none
   */
  static Optional<String> misplaced(CommandLine line, String[] args) {
    List<String> all = Arrays.asList(args);
    int launch = all.indexOf(NAME);
    int at = all.stream().filter(SHARED::contains).mapToInt(all::indexOf).min().orElse(-1);
    if (!line.getCommandName().equals(NAME) || launch < 0 || at < launch) {
      return Optional.empty();
    }
    if (all.subList(at, all.size()).stream().anyMatch(LaunchCommand::isProcesses)) {
      return Optional.of(ownOption(all.get(at)));
    }
    CommandSpec started = line.getParent().getSubcommands().get(all.get(at)).getCommandSpec();
    return all.subList(launch, at).stream()
        .map(each -> each.replaceFirst("=.*", ""))
        .filter(each -> !line.getCommandSpec().optionsMap().containsKey(each))
        .filter(started.optionsMap()::containsKey)
        .findFirst()
        .map(
            option ->
                "%s is an option of %s: write it behind that name".formatted(option, all.get(at)));
  }

  private static String ownOption(String name) {
    return "%1$s is launch's own: write it before the command, as in '%2$s %1$s 2 %3$s ...'"
        .formatted(PROCESSES, NAME, name);
  }

  private static boolean isProcesses(String argument) {
    return argument.equals(PROCESSES) || argument.startsWith(PROCESSES + "=");
  }

  /** This program again. */
  private static List<String> java(List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(Main.class.getName());
    line.addAll(arguments);
    return line;
  }

  /** The processors are divided. */
  private Map<String, String> variables() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / processes);
    return Map.of("OMP_NUM_THREADS", String.valueOf(threads));
  }
}
