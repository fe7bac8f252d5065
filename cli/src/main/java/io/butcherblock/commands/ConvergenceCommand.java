package io.butcherblock.commands;

import io.butcherblock.SuperResolution;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.evaluate.RefinedNetwork;
import io.butcherblock.evaluate.StepRefinement;
import io.butcherblock.inspection.ConvergenceJson;
import io.butcherblock.inspection.ConvergenceReport;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.options.Converters;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code convergence}: whether a trained network computes the solution of an ODE. */
@Command(
    name = "convergence",
    description = {
      "Divides the steps of a trained network into halves, quarters, ..., with the same vector"
          + " fields: whether its outputs converge, with which order, and how good they are then.",
      "A network that is as good in the limit has learned an ODE; one that is worse has learned"
          + " the errors of its scheme as well.",
      "Each halving takes twice the time and memory of the one before, or more.",
      "",
      "Example: butcherblock convergence --weights runs/rk3/weights.safetensors --data Set5"
    })
final class ConvergenceCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private TrainedNetwork trained;

  @Mixin private OutputFiles outputs;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      converter = Converters.InputPath.class,
      description = "A folder of images: plain, benchmark, DIV2K or BasicSR layout.")
  private Path data;

  @Option(
      names = "--halvings",
      paramLabel = "N",
      defaultValue = "3",
      converter = Converters.Halvings.class,
      description = "How often the steps are halved, 1 to 8 (default: ${DEFAULT-VALUE}).")
  private int halvings;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    try (SuperResolution sr = trained.open(0)) {
      PairedDataset set = PairedDataset.of(data, sr.scale(), PairedDataset.Purpose.EVALUATION);
      List<Path> inputs = new ArrayList<>(trained.files());
      set.pairs().forEach(pair -> inputs.addAll(pair.files()));
      json.begin(outputs, OutputKind.CONVERGENCE, inputs);
      PrintWriter err = command.commandLine().getErr();
      sr.precisionTrial().ifPresent(err::println);
      set.notes().forEach(err::println);
      List<RefinedNetwork> rows = evaluate(sr, set);
      command
          .commandLine()
          .getOut()
          .print(
              ConvergenceReport.of(
                  sr.network().spec(), sr.scale(), set, trained.selfEnsemble(), rows));
      if (json.isGiven()) {
        json.write(
            ConvergenceJson.of(sr.network().spec(), sr.scale(), set, trained.selfEnsemble(), rows));
      }
    }
    return 0;
  }

  private List<RefinedNetwork> evaluate(SuperResolution sr, PairedDataset set) {
    ProgressDisplay display = ProgressDisplay.onStandardError(command.commandLine().getErr());
    int images = set.pairs().size();
    try (StepRefinement refinement =
            StepRefinement.of(sr.network(), halvings, trained.tileSize(), trained.selfEnsemble());
        Progress progress =
            display.start("convergence", "passes", 0, StepRefinement.work(images, halvings))) {
      return refinement.evaluate(
          set.pairs(), Protocol.benchmark(sr.scale()), passes -> progress.to((long) passes));
    }
  }
}
