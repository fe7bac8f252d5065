package io.butcherblock.cli;

import io.butcherblock.checkpoint.NetworkMetadata;
import io.butcherblock.data.BatchShard;
import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.data.PatchLoader;
import io.butcherblock.data.PatchOptions;
import io.butcherblock.device.LibTorch;
import io.butcherblock.distributed.CommandAgreement;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.report.CurvesPicture;
import io.butcherblock.report.ProgressDisplay;
import io.butcherblock.train.NoListener;
import io.butcherblock.train.RunFolder;
import io.butcherblock.train.RunState;
import io.butcherblock.train.StateBroadcast;
import io.butcherblock.train.Trainer;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.train.TrainingStep;
import io.butcherblock.train.Validation;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: trains a network. */
@Command(
    name = "train",
    description = {
      "Trains a network with the L1 loss and Adam on patches of images, as section 4.2 of the"
          + " paper.",
      "The defaults are for short runs. The paper's recipe: --preset paper; for x3 and x4 together"
          + " with --start-from, the weights of x2.",
      "",
      "Example: butcherblock train oisr-lf-s --scale 2 --data DIV2K --out runs/lf-s --minutes 60"
    })
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private NetworkChoice choice;

  @Mixin private DeviceOptions device;

  @Mixin private PrecisionOption precision;

  @Mixin private TrainingFlags flags;

  @Mixin private StartOptions startFrom;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      converter = InputPath.class,
      description = "Folders of training images: plain, benchmark or DIV2K layout.")
  private List<Path> data;

  @Option(
      names = "--val",
      arity = "1..*",
      paramLabel = "DIR",
      converter = InputPath.class,
      description =
          "Folders of images to validate on (default: one in twenty of the training images, eight"
              + " at most, which are then not trained on).")
  private List<Path> validation = List.of();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "RUN",
      description = "Folder of the run: weights, state, log, curves.")
  private Path out;

  @Option(
      names = "--resume",
      description =
          "Go on with the run in --out where it was saved last; begin it if there is none.")
  private boolean resume;

  @Override
  public Integer call() {
    NetworkSpec spec = choice.spec(Map.of());
    int scale = choice.scale(Map.of());
    TrainingOptions options = flags.options();
    RankGroup.run(System.getenv(), peers -> train(spec, scale, options, peers));
    return 0;
  }

  private void train(NetworkSpec spec, int scale, TrainingOptions options, ProcessGroup peers) {
    PrintWriter console =
        peers.leads() ? command.commandLine().getOut() : new PrintWriter(Writer.nullWriter());
    List<ImagePair> training = pairs(data, scale, PairedDataset.Purpose.TRAINING);
    Validation checks =
        validation.isEmpty()
            ? Validation.heldOut(training, scale)
            : Validation.of(pairs(validation, scale, PairedDataset.Purpose.EVALUATION), scale);
    List<ImagePair> trained = checks.without(training);
    PatchLoader.checkSizes(trained, options.patch());
    List<String> facts = facts(spec, scale, options, trained);
    facts.add("precision " + precision.precision());
    CommandAgreement.check(peers, facts);
    try (StopSignal stop = new StopSignal();
        Device on = device.open(peers.localRank());
        SuperResolutionNetwork network =
            new SuperResolutionNetwork(spec, scale, options.seed(), on);
        TrainingStep step = new TrainingStep(network, options.adam(), peers)) {
      network.use(precision.precision());
      Optional<RunFolder.Opened> run =
          peers.leads() ? Optional.of(open(step, options, console)) : Optional.empty();
      RunState start =
          StateBroadcast.share(run.map(RunFolder.Opened::start).orElse(RunState.START), step);
      console.printf(
          "Training %s x%d (%,d parameters) on %s for %s on %d images, validated on %d%s; %s%n",
          spec.name(),
          scale,
          network.parameters().count(),
          LibTorch.describe(on),
          options.budget(),
          trained.size(),
          checks.size(),
          peers.size() > 1 ? ", with " + peers.size() + " processes" : "",
          start.step() > 0 ? "going on at step " + start.step() : "the run is in " + out);
      console.printf("Recipe: %s%n", flags.preset().name(options));
      options.describe().forEach((name, value) -> console.printf("  %-13s %s%n", name, value));
      console.printf("  %-13s %s%n", "precision", network.precision());
      console.flush();
      PatchOptions patches =
          PatchOptions.of(scale)
              .withPatch(options.patch())
              .withBatch(options.batch())
              .withSeed(options.seed())
              .startingAt(start.step())
              .withShare(new BatchShard(peers.rank(), peers.size()));
      Trainer trainer = new Trainer(step, options);
      try (PatchLoader batches = new PatchLoader(trained, patches)) {
        if (run.isEmpty()) {
          trainer.run(start, batches, Optional.empty(), stop, new NoListener());
          return;
        }
        RunState end;
        try (RunFolder folder = run.get().folder();
            TrainingView view =
                new TrainingView(
                    ProgressDisplay.onStandardError(command.commandLine().getErr()),
                    "train",
                    options.budget(),
                    start)) {
          end =
              trainer.run(
                  start,
                  batches,
                  checks.of(network),
                  stop,
                  folder.and(new CurvesPicture(folder)).and(view));
        }
        tell(console, run.get().folder(), end, options);
      }
    }
  }

  /** What must be the same in all processes of a run. */
  private static List<String> facts(
      NetworkSpec spec, int scale, TrainingOptions options, List<ImagePair> images) {
    List<String> facts = new ArrayList<>();
    NetworkMetadata.of(spec, scale).forEach((name, value) -> facts.add(name + " " + value));
    options.describe().forEach((name, value) -> facts.add(name + " " + value));
    facts.add(images.size() + " images");
    images.forEach(image -> facts.add("the image " + image.name()));
    return facts;
  }

  private RunFolder.Opened open(TrainingStep step, TrainingOptions options, PrintWriter console) {
    Map<String, String> origin = new LinkedHashMap<>();
    origin.put("preset", flags.preset().name(options));
    if (resume && RunFolder.exists(out)) {
      RunFolder.Opened run = RunFolder.resume(out, step, options, origin);
      if (run.start().equals(RunState.START)) {
        // Nothing was saved yet.
        startFrom.load(step.network(), console);
      }
      return run;
    }
    startFrom.load(step.network(), console);
    startFrom.file().ifPresent(file -> origin.put("start_from", file.toString()));
    return RunFolder.begin(out, step, options, origin);
  }

  private void tell(PrintWriter console, RunFolder folder, RunState end, TrainingOptions options) {
    if (options.budget().progress(end.step(), end.seconds()) < 1) {
      console.printf(
          "Stopped at step %d and saved; the same command with --resume goes on.%n", end.step());
    } else {
      console.printf("Done: %d steps in %.0f s.%n", end.step(), end.seconds());
    }
    console.printf("Weights: %s, curves: %s%n", folder.weights(), folder.curves());
    console.flush();
  }

  private static List<ImagePair> pairs(
      List<Path> folders, int scale, PairedDataset.Purpose purpose) {
    List<ImagePair> pairs = new ArrayList<>();
    for (Path folder : folders) {
      pairs.addAll(PairedDataset.of(folder, scale, purpose).pairs());
    }
    return pairs;
  }
}
