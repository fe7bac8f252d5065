package io.butcherblock.cli;

import io.butcherblock.distributed.LocalGroup;
import io.butcherblock.error.ButcherblockException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  /** The commands that know of several processes. */
  private static final List<String> SHARED = List.of("train", "upscale", "eval");

  @Spec private CommandSpec command;

  @Option(
      names = "--processes",
      required = true,
      paramLabel = "N",
      converter = Converters.PositiveInteger.class,
      description = "How many; on GPUs, one a GPU.")
  private Integer processes;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND ...",
      description = "The command and its options.")
  private List<String> arguments;

  @Override
  public Integer call() {
    if (!SHARED.contains(arguments.get(0))) {
      throw new ButcherblockException(
          "launch starts one of %s, not '%s'; other commands run in one process."
              .formatted(String.join(", ", SHARED), arguments.get(0)));
    }
    return LocalGroup.run(
        java(arguments),
        processes,
        variables(),
        QuietWriter.errors(command.commandLine().getErr()));
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
