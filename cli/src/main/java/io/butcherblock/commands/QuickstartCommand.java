package io.butcherblock.commands;

import io.butcherblock.ablation.Ablation;
import io.butcherblock.ablation.PlannedRun;
import io.butcherblock.ablation.Quickstart;
import io.butcherblock.ablation.StepBudget;
import io.butcherblock.console.QuietWriter;
import io.butcherblock.console.StopSignal;
import io.butcherblock.options.Converters;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.Suggestion;
import io.butcherblock.options.Texts;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.train.Budget;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quickstart}: the main job at small size. */
@Command(
    name = "quickstart",
    description = {
      "Does the main job at small size, with no data and no downloads: makes synthetic images,"
          + " trains a small x2 network for each of Euler, Leapfrog, Heun and RK3 under the same"
          + " compute, compares them with bicubic on images not trained on, and writes a page with"
          + " the table, curves and pictures."
    })
final class QuickstartCommand implements Callable<Integer> {

  /** How long: one of two. */
  static final class Length {

    @Option(
        names = "--minutes",
        paramLabel = "M",
        converter = Converters.PositiveNumber.class,
        description = "Training time of all networks together (default: 2.5).")
    private double minutes = 2.5;

    @Option(
        names = "--steps",
        paramLabel = "N",
        converter = Converters.PositiveInteger.class,
        description = "Steps of each network instead, for results that can be repeated.")
    private Integer steps;

    StepBudget budget() {
      return steps != null
          ? StepBudget.of(steps)
          : StepBudget.within(Duration.ofMillis((long) (minutes * 60_000)));
    }
  }

  @Spec private CommandSpec command;

  @Mixin private OutputFiles outputs;

  @Mixin private Mixins.DeviceOptions device;

  @Mixin private Mixins.PrecisionOption precision;

  @Mixin private Mixins.SeedOption seed;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      defaultValue = "quickstart",
      description = "Folder of the results (default: ${DEFAULT-VALUE}).")
  private Path out;

  @ArgGroup private Length length = new Length();

  @Override
  public Integer call() {
    for (Path file : Quickstart.files(out)) {
      outputs.check(file, file.toString().endsWith(".html") ? OutputKind.PAGE : OutputKind.IMAGE);
    }
    PrintWriter console = command.commandLine().getOut();
    try (StopSignal stop = new StopSignal();
        Device on = device.open();
        View view = new View()) {
      // Before images are made: a device need not have each precision.
      precision.precision().check(on);
      Optional<Quickstart.Result> result =
          new Quickstart(out, seed.seed(), on, precision.precision(), stop)
              .run(length.budget(), view, QuickstartCommand::useOfWeights);
      if (result.isEmpty()) {
        console.println("Stopped; what is done lies in " + out + ".");
      } else {
        console.print(result.get().table());
        result.get().caution().ifPresent(why -> console.printf("%s; give more --minutes.%n", why));
        console.println("Report: " + Texts.place(result.get().page()));
      }
    }
    return 0;
  }

  private static String useOfWeights(String network, Path weights) {
    return Suggestion.of(
        "upscale %s --weights %s photo.png --out photo-x2.png"
            .formatted(network, Suggestion.word(weights)));
  }

  /** Shows the parts of the job, and the progress of each training. */
  private final class View implements Ablation.Listener, AutoCloseable {

    private final PrintWriter err = command.commandLine().getErr();
    private TrainingView training;

    @Override
    public void part(String what) {
      close();
      err.println(what + " ...");
      err.flush();
    }

    @Override
    public TrainingListener run(PlannedRun run) {
      close();
      training =
          new TrainingView(
              ProgressDisplay.onStandardError(err),
              "train %s/%s %s".formatted(run.number(), run.runs(), run.candidate().title()),
              new Budget.Steps(run.steps()),
              RunState.START);
      return training.and(new ContinuationNotes(QuietWriter.failures(err, training::line)));
    }

    @Override
    public void close() {
      if (training != null) {
        training.close();
        training = null;
      }
    }
  }
}
