package io.butcherblock.cli;

import io.butcherblock.distributed.LocalGroup;
import io.butcherblock.error.UserError;
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

/** {@code launch}: runs {@code train} in several processes on this machine. */
@Command(
    name = LaunchCommand.NAME,
    description = {
      "Trains one network with several processes on this machine, each of which works on its share"
          + " of every batch.",
      "On several machines let torchrun, Slurm or Kubernetes start 'train' itself, with RANK,"
          + " WORLD_SIZE, MASTER_ADDR and MASTER_PORT set.",
      "",
      "Example: butcherblock launch --processes 2 train oisr-lf-s --scale 2 --data DIV2K --out"
          + " runs/lf-s"
    })
final class LaunchCommand implements Callable<Integer> {

  static final String NAME = "launch";

  private static final String TRAIN = "train";

  @Spec private CommandSpec command;

  @Option(
      names = "--processes",
      required = true,
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "How many; on GPUs, one a GPU.")
  private Integer processes;

  @Parameters(
      arity = "1..*",
      paramLabel = "train ...",
      description = "The command and its options.")
  private List<String> arguments;

  @Override
  public Integer call() {
    if (!arguments.get(0).equals(TRAIN)) {
      throw new UserError(
          "launch starts the command %s, not '%s'; the others run in one process."
              .formatted(TRAIN, arguments.get(0)));
    }
    return LocalGroup.run(java(arguments), processes, variables(), command.commandLine().getErr());
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

  /** The processors are divided, and the library tells of broken connections by exceptions only. */
  private Map<String, String> variables() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / processes);
    return Map.of("OMP_NUM_THREADS", String.valueOf(threads), "TORCH_CPP_LOG_LEVEL", "ERROR");
  }
}
