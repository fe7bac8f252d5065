package io.butcherblock.cli;

import io.butcherblock.data.PairedImages;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.evaluate.EvaluationJson;
import io.butcherblock.evaluate.EvaluationTable;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.files.WholeFile;
import io.butcherblock.metrics.Color;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.report.Progress;
import io.butcherblock.report.ProgressDisplay;
import io.butcherblock.upscale.Upscaler;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eval}: PSNR and SSIM of a network on data sets, beside bicubic. */
@Command(
    name = "eval",
    description = {
      "Measures PSNR and SSIM of a network on data sets, per image and mean, beside bicubic.",
      "The default protocol is the benchmarks': Y of 8-bit RGB, as many pixels shaved as the"
          + " scale. DIV2K's: --color rgb, and --shave the scale + 6.",
      "",
      "Example: butcherblock eval oisr-lf-s --weights lf-s-x2.safetensors --data Set5 --data Set14"
    })
final class EvalCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private TrainedNetwork trained;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      converter = InputPath.class,
      description = "Folders of images: plain, benchmark or DIV2K layout.")
  private List<Path> data;

  @Option(
      names = "--color",
      paramLabel = "y|rgb",
      defaultValue = "y",
      description = "What is compared: luminance or all colours (default: y).")
  private Color color;

  @Option(
      names = "--shave",
      paramLabel = "N",
      converter = NonNegativeInteger.class,
      description = "Pixels left out at each border (default: the scale).")
  private Integer shave;

  @Option(
      names = "--self-ensemble",
      description = "Average the output over the eight symmetries of the square.")
  private boolean selfEnsemble;

  @Option(
      names = "--tile",
      paramLabel = "N",
      converter = PositiveInteger.class,
      description = "Side of a tile in input pixels (default: what fits 512 MiB).")
  private Integer tile;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON too.")
  private Path json;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    OptionalInt tileSize = tile == null ? OptionalInt.empty() : OptionalInt.of(tile);
    try (SuperResolutionNetwork network = trained.open();
        Upscaler upscaler = new Upscaler(network, tileSize, selfEnsemble)) {
      Protocol protocol = new Protocol(color, shave == null ? network.scale() : shave);
      Evaluator evaluator = new Evaluator(upscaler, protocol);
      List<PairedImages> sets =
          data.stream()
              .map(
                  folder ->
                      PairedImages.of(folder, network.scale(), PairedImages.Purpose.EVALUATION))
              .toList();
      List<Evaluation> evaluations = new ArrayList<>();
      for (PairedImages set : sets) {
        Evaluation evaluation =
            new Evaluation(
                network.spec().name(),
                network.scale(),
                set.name(),
                protocol,
                selfEnsemble,
                evaluate(evaluator, set));
        out.println(EvaluationTable.text(evaluation));
        evaluations.add(evaluation);
      }
      if (json != null) {
        WholeFile.writeText(json, EvaluationJson.of(evaluations));
      }
    }
    return 0;
  }

  private List<EvaluatedImage> evaluate(Evaluator evaluator, PairedImages set) {
    ProgressDisplay display = ProgressDisplay.onStandardError(command.commandLine().getErr());
    try (Progress progress = display.start("evaluate", "images", 0, set.pairs().size())) {
      return evaluator.evaluate(set.pairs(), (image, done, all) -> progress.to(done));
    }
  }
}
