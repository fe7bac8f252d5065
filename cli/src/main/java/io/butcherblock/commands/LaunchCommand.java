package io.butcherblock.commands;

import io.butcherblock.console.QuietWriter;
import io.butcherblock.distributed.LocalGroup;
import io.butcherblock.names.NearestName;
import io.butcherblock.options.Converters;
import io.butcherblock.options.LaunchArguments;
import io.butcherblock.options.Mixins;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code launch}: runs a command in several processes on this machine. */
@Command(
    name = LaunchArguments.NAME,
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

  /** So many are started on any machine, to try several machines out on one. */
  private static final int ALWAYS = 8;

  @Spec private CommandSpec command;

  @Option(
      names = LaunchArguments.PROCESSES,
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
    if (!LaunchArguments.SHARED.contains(name)) {
      throw new ParameterException(
          command.commandLine(),
          "launch starts one of %s, not '%s'; %s"
              .formatted(
                  String.join(", ", LaunchArguments.SHARED),
                  name,
                  NearestName.of(name, LaunchArguments.SHARED)
                      .map(nearest -> "did you mean " + nearest + "?")
                      .orElse("other commands run in one process")));
    }
    if (arguments.stream().anyMatch(LaunchArguments::isProcesses)) {
      throw new ParameterException(command.commandLine(), LaunchArguments.ownOption(name));
    }
    int most = Math.max(ALWAYS, Runtime.getRuntime().availableProcessors());
    if (processes > most) {
      throw new ParameterException(
          command.commandLine(),
          "%s %s is more than this machine has processors for; %s at most are started here"
              .formatted(LaunchArguments.PROCESSES, processes, most));
    }
    List<String> line = new ArrayList<>(arguments);
    // Of options that all commands have it is all the same where they stand.
    line.addAll(1, Mixins.CommonOptions.given(command));
    return LocalGroup.run(
        java(line), processes, variables(), QuietWriter.errors(command.commandLine().getErr()));
  }

  /** This program again. */
  private List<String> java(List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(command.root().userObject().getClass().getName());
    line.addAll(arguments);
    return line;
  }

  /** The processors are divided. */
  private Map<String, String> variables() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / processes);
    return Map.of("OMP_NUM_THREADS", String.valueOf(threads));
  }
}
