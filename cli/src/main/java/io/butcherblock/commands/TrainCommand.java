package io.butcherblock.commands;

import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.console.QuietWriter;
import io.butcherblock.console.StopSignal;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.device.LibTorch;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.error.PlainText;
import io.butcherblock.inspection.DriftSummary;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.options.Converters;
import io.butcherblock.options.GivenOptions;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.ModelNames;
import io.butcherblock.options.NetworkChoice;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.options.Suggestion;
import io.butcherblock.options.TrainingFlags;
import io.butcherblock.pages.TrainingPageListener;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.results.BelowBicubic;
import io.butcherblock.results.CurvesPicture;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.run.RunFolder;
import io.butcherblock.run.RunSettings;
import io.butcherblock.train.Budget;
import io.butcherblock.train.DrawingListener;
import io.butcherblock.train.OnDivergence;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.weights.TrainedCoefficients;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

  /**
   * The exit code of a process that stops because another was asked to, by SIGTERM for example; it
   * is that of a process that was asked itself. With 0 a cluster would take the run for done.
   */
  private static final int STOPPED = 143;

  @Spec private CommandSpec command;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private NetworkChoice choice;

  @Mixin private Mixins.DeviceOptions device;

  @Mixin private Mixins.PrecisionOption precision;

  @Mixin private TrainingFlags flags;

  @SuppressWarnings("UnusedVariable") // TrainArguments reads it before the others are parsed.
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Take what is not given here from a YAML or JSON file with a line for each, as"
              + " 'learning-rate: 1e-3' or 'network: oisr-lf-s', or from the run.json of a run.")
  private Path config;

  @Option(
      names = "--start-from",
      paramLabel = "FILE",
      description =
          "Begin with these weights instead of random ones. Of another scale all but the upsampler"
              + " are taken, as networks for x3 and x4 begin with those of x2.")
  private Optional<Path> startFrom = Optional.empty();

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      converter = Converters.InputPath.class,
      description = "Folders of training images: plain, benchmark, DIV2K or BasicSR layout.")
  private List<Path> data;

  @Option(
      names = "--val",
      arity = "1..*",
      paramLabel = "DIR",
      converter = Converters.InputPath.class,
      description =
          "Folders of images to validate on (default: one in twenty of the training images, eight"
              + " at most, which are then not trained on).")
  private List<Path> validation = List.of();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "RUN",
      description = "Folder of the run: weights, state, log, curves, report.html.")
  private Path out;

  @Option(
      names = "--resume",
      description =
          "Resume the run in --out from its last saved state; begin it if there is none. Without"
              + " NETWORK, all that is not given is as the run has it: '--resume --out RUN' is"
              + " enough.")
  private boolean resume;

  @Option(
      names = "--keep-states",
      paramLabel = "N",
      converter = Converters.PositiveInteger.class,
      description =
          "How many saved states are kept to resume from, the newest ones; each is three times as"
              + " large as the weights (default: 2, so that there is one should the newest be"
              + " damaged).")
  private int statesKept = RunSettings.STATES_KEPT;

  @Option(
      names = "--no-tensorboard",
      description =
          "Write no event files for TensorBoard, which shows them by 'tensorboard --logdir RUN'.")
  private boolean noTensorBoard;

  @Option(
      names = "--on-divergence",
      paramLabel = "stop|retry",
      defaultValue = "stop",
      description =
          "If the loss is no longer a number or explodes: stop; or retry, from the last saved state"
              + " with half the learning rate, at most five times (default: stop).")
  private OnDivergence onDivergence;

  private boolean isComplete;

  @Override
  public Integer call() {
    NetworkSpec spec = choice.spec(WeightsInfo.NONE);
    int scale = choice.scale(WeightsInfo.NONE);
    TrainingOptions options = flags.options();
    startFrom.ifPresent(ModelNames::refuseAsStart);
    RankGroup.run(System.getenv(), group -> train(spec, scale, options, group));
    return isComplete ? 0 : STOPPED;
  }

  private void train(NetworkSpec spec, int scale, TrainingOptions options, ProcessGroup processes) {
    PrintWriter console =
        processes.isRankZero()
            ? command.commandLine().getOut()
            : new PrintWriter(Writer.nullWriter());
    TrainingSetup setup =
        TrainingRun.of(spec, scale)
            .options(options)
            .recipe(flags.preset().name(options))
            .images(data.toArray(Path[]::new))
            .validation(validation.toArray(Path[]::new))
            .folder(out)
            .resume(resume)
            .statesKept(statesKept)
            .arguments(GivenOptions.kept(command.commandLine().getParseResult()))
            .tensorBoard(!noTensorBoard)
            .onDivergence(onDivergence)
            .precision(precision.precision())
            .processes(processes);
    startFrom.ifPresent(setup::startFrom);
    // Several processes are to begin together, and so to stop.
    try (StopSignal stop = processes.size() > 1 ? new StopSignal() : StopSignal.beforeWork();
        Device on = device.open(processes.localRank());
        TrainingRun run = setup.open(on)) {
      stop.begin();
      announce(
          QuietWriter.preface(command.commandLine().getErr(), console),
          run,
          options,
          processes,
          LibTorch.describe(on));
      if (run.folder().isEmpty()) {
        isComplete = isDone(run.train(TrainingListener.none(), stop), options);
        return;
      }
      RunFolder folder = run.folder().get();
      boolean wasDone = isDone(run.state(), options);
      try (TrainingView view = view(run, options.budget())) {
        TrainingListener failures =
            new ContinuationNotes(QuietWriter.failures(command.commandLine().getErr(), view::line));
        TrainingPageListener pages =
            new TrainingPageListener(
                folder, () -> run.images().validation().bicubic().map(PsnrSsim::psnr));
        try (DrawingListener curves =
                new DrawingListener(
                    new CurvesPicture(folder), "the picture of its curves", failures);
            DrawingListener page = new DrawingListener(pages, "its page", failures)) {
          run.train(curves.and(page).and(view).and(failures), stop);
        }
      }
      isComplete = isDone(run.state(), options);
      tell(console, run, options, wasDone);
    }
  }

  private static boolean isDone(RunState state, TrainingOptions options) {
    return options.budget().progress(state.step(), state.seconds()) >= 1 && !state.validationDue();
  }

  private TrainingView view(TrainingRun run, Budget budget) {
    ProgressDisplay display = ProgressDisplay.onStandardError(command.commandLine().getErr());
    return run.levels().count() > 1
        ? new TrainingView(display, "train", budget, run)
        : new TrainingView(display, "train", budget, run.state());
  }

  private void announce(
      PrintWriter console,
      TrainingRun run,
      TrainingOptions options,
      ProcessGroup processes,
      String where) {
    run.startedFrom()
        .ifPresent(
            taken ->
                console.printf(
                    "Starting from %s: %s%n",
                    PlainText.of(startFrom.orElseThrow()),
                    taken == Weights.Taken.ALL
                        ? "all of its weights, for it is of the same scale"
                        : "its weights but for the upsampler, which is of another scale and starts"
                            + " anew"));
    console.printf(
        Locale.ROOT,
        "Training %s x%d (%,d parameters) on %s for %s on %s%s, validated on %s%s%s; %s%n",
        run.network().spec().name(),
        run.network().scale(),
        NetworkSize.of(run.levels().finest(), run.network().scale()).parameters(),
        where,
        options.budget()
            + (options.budget() instanceof Budget.Time
                ? " (validating and saving not counted)"
                : ""),
        Counted.of(run.images().training().size(), "image"),
        options.degradation() == Degradation.CLEAN
            ? ""
            : ", their LR patches degraded (" + options.degradation() + ")",
        run.images().validation().size() == 0
            ? "none (too few to keep some for that; --val names others)"
            : String.valueOf(run.images().validation().size()),
        run.images()
            .validation()
            .compression()
            .map(jpeg -> ", their LR images through " + jpeg)
            .orElse(""),
        processes.size() > 1 ? ", with " + processes.size() + " processes" : "",
        run.state().step() > 0
            ? "resuming at step " + run.state().step() + level(run)
            : "the run is in " + PlainText.of(out));
    run.images().notes().forEach(console::println);
    run.notes().forEach(console::println);
    flags.remark().ifPresent(console::println);
    console.printf("Recipe: %s%n", flags.preset().name(options));
    options.describe().forEach((name, value) -> console.printf("  %-13s %s%n", name, value));
    console.printf("  %-13s %s%n", "precision", run.network().precision());
    console.flush();
  }

  private static String level(TrainingRun run) {
    int count = run.levels().count();
    return count == 1
        ? ""
        : " in level %s of %s".formatted(run.state().levelStart().level() + 1, count);
  }

  private void tell(
      PrintWriter console, TrainingRun run, TrainingOptions options, boolean wasDone) {
    RunState end = run.state();
    RunFolder folder = run.folder().orElseThrow();
    if (!isDone(end, options)) {
      // No more than that: who stopped it waits for the end.
      if (end.step() == 0) {
        console.println("Stopped before the first step; nothing was saved.");
      } else {
        console.printf(
            "Stopped at step %s and saved; the same command with --resume continues, or '%s'.%n",
            end.step(), Suggestion.of("train --resume --out " + Suggestion.word(out)));
      }
      console.flush();
      return;
    }
    PrintWriter remarks = QuietWriter.preface(command.commandLine().getErr(), console);
    console.printf(
        Locale.ROOT,
        "%s: %s in %.0f s of training.%n",
        wasDone ? "Done before" : "Done",
        Counted.of(end.step(), "step"),
        end.seconds());
    if (wasDone) {
      console.printf(
          "Nothing was left to train: the run has had all of %s %s; to continue it, give more,"
              + " '%s'.%n",
          flags.lengthOption(),
          flags.lengthValue(),
          Suggestion.of(
              "train --resume --out %s %s N"
                  .formatted(Suggestion.word(out), flags.lengthOption())));
    }
    console.printf(
        "Weights: %s, curves: %s, report: %s%n",
        PlainText.of(folder.weights()),
        PlainText.of(folder.curves()),
        PlainText.of(folder.report()));
    Optional<Double> bicubic = run.images().validation().bicubic().map(PsnrSsim::psnr);
    if (bicubic.isPresent() && end.bestPsnr() > Double.NEGATIVE_INFINITY) {
      console.printf(
          "Best validation: PSNR %s dB, bicubic %s dB.%n",
          EvaluationTable.psnr(end.bestPsnr(), 2), EvaluationTable.psnr(bicubic.get(), 2));
      BelowBicubic.sentence(end.bestPsnr(), bicubic.get(), "the validation images")
          .ifPresent(
              sentence ->
                  console.println(
                      sentence
                          + " Give it more time, or a smaller network: --blocks, --channels."));
    }
    DriftSummary.of(RecoveredNetwork.of(TrainedCoefficients.of(run.network())))
        .ifPresent(
            sentence -> {
              console.println(sentence);
              remarks.printf(
                  "'%s' shows all.%n",
                  Suggestion.of("inspect " + Suggestion.word(folder.weights())));
            });
    remarks.printf(
        "Enlarge with it: %s%n",
        Suggestion.of(
            "upscale --weights %s photo.jpg --out photo-x%s.png"
                .formatted(Suggestion.word(folder.weights()), run.network().scale())));
    console.flush();
  }
}
