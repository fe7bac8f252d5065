package io.butcherblock.commands;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.files.FolderNames;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.options.Converters;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.options.PublishedNetworks;
import io.butcherblock.paper.PaperReport;
import io.butcherblock.paper.Published;
import io.butcherblock.paper.PublishedTables;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code paper-table}: the published tables compared with our figures. */
@Command(
    name = "paper-table",
    description = {
      "Prints Tables 2 and 3 of the paper with our parameters and multiply-accumulates next to the"
          + " published ones; with --weights and --data also our PSNR and SSIM.",
      "Only networks as published are measured, by the benchmarks' protocol: Y, as many pixels"
          + " shaved as the scale.",
      "",
      "Example: butcherblock paper-table --weights oisr-lf-s=lf-s-x2.safetensors --data Set5 Set14"
    })
final class PaperTableCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private OutputFiles outputs;

  @Mixin private Mixins.DeviceOptions device;

  @Mixin private Mixins.PrecisionOption precision;

  @Option(
      names = "--weights",
      arity = "1..*",
      paramLabel = "NETWORK=FILE",
      converter = Converters.NamedWeights.Converter.class,
      description =
          "Weights to measure; NETWORK:SCALE=FILE for a file that does not say its scale, such as"
              + " one of the official implementation.")
  private List<Converters.NamedWeights> weights = List.of();

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "DIR",
      converter = Converters.InputPath.class,
      description =
          "Folders of images to measure on, of the data sets' names: Set5, Set14, B100, Urban100.")
  private List<Path> data = List.of();

  @Option(names = "--markdown", description = "Print Markdown.")
  private boolean markdown;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    if (weights.isEmpty() != data.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "To measure, --weights and --data are both needed.");
    }
    json.begin(outputs, OutputKind.PAPER_TABLE, inputs());
    List<Published> rows = PublishedTables.rows();
    Map<String, NetworkSpec> networks = Catalogue.onClassPath().networks();
    PaperReport report =
        new PaperReport(
            rows,
            networks,
            measure(new PublishedNetworks(rows, networks)),
            precision.precision().toString());
    command.commandLine().getOut().print(markdown ? report.markdown() : report.text());
    if (json.isGiven()) {
      json.writeText(report.json());
    }
    return 0;
  }

  private List<Path> inputs() {
    return weights.stream().map(Converters.NamedWeights::file).toList();
  }

  private List<Evaluation> measure(PublishedNetworks published) {
    List<Evaluation> evaluations = new ArrayList<>();
    if (weights.isEmpty()) {
      return evaluations;
    }
    // All of them at once, for measuring takes long.
    for (Converters.NamedWeights each : weights) {
      int scale = published.check(each);
      data.forEach(folder -> PairedDataset.of(folder, scale, PairedDataset.Purpose.EVALUATION));
    }
    InferenceOptions options =
        InferenceOptions.DEFAULT.withDevice(device.prepare(0)).withPrecision(precision.precision());
    List<String> names = FolderNames.distinct(data);
    for (Converters.NamedWeights each : weights) {
      try (SuperResolution sr = published.open(each, options)) {
        for (int i = 0; i < data.size(); i++) {
          evaluations.add(evaluate(sr, data.get(i), names.get(i)));
        }
      }
    }
    return evaluations;
  }

  private Evaluation evaluate(SuperResolution sr, Path folder, String name) {
    PairedDataset set = PairedDataset.of(folder, sr.scale(), PairedDataset.Purpose.EVALUATION);
    set.notes().forEach(command.commandLine().getErr()::println);
    ProgressDisplay display = ProgressDisplay.onStandardError(command.commandLine().getErr());
    String label = sr.network().spec().name() + " x" + sr.scale() + " " + name;
    try (Progress progress = display.start(label, "images", 0, set.pairs().size())) {
      return sr.evaluate(
              set, Protocol.benchmark(sr.scale()), (image, done, all) -> progress.to(done))
          .withDataSet(name);
    }
  }
}
