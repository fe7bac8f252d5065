package io.butcherblock.commands;

import io.butcherblock.ablation.Ablation;
import io.butcherblock.ablation.AblationReport;
import io.butcherblock.ablation.AblationResult;
import io.butcherblock.ablation.Candidate;
import io.butcherblock.ablation.Images;
import io.butcherblock.console.QuietWriter;
import io.butcherblock.console.StopSignal;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.nn.Scale;
import io.butcherblock.options.AblationChoice;
import io.butcherblock.options.Converters;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.options.Texts;
import io.butcherblock.train.Budget;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ablate}: schemes and vector fields against each other. */
@Command(
    name = "ablate",
    description = {
      "Trains small networks at equal compute, of several schemes and vector fields or as they are"
          + " declared, each with several seeds, and says which differences are more than noise.",
      "All figures are in report.json in the folder of --out too, beside report.html.",
      "After an interruption the same command continues.",
      "",
      "Example: butcherblock ablate --table paper1 --data DIV2K --test Set5 --test Set14 --out"
          + " table1 --minutes 120"
    })
final class AblateCommand implements Callable<Integer> {

  /** How long: one of two. */
  static final class Length {

    @Option(
        names = "--steps",
        paramLabel = "N",
        converter = Converters.PositiveInteger.class,
        description = "Train each network for N steps with each seed (default: 2000).")
    private Integer steps;

    @Option(
        names = "--minutes",
        paramLabel = "M",
        converter = Converters.PositiveNumber.class,
        description =
            "Train and test all of them, at all scales, in about M minutes: steps are measured and"
                + " divided.")
    private Double minutes;

    /** The budget of each of some tables, which share the time. */
    Budget budget(int tables) {
      return minutes == null
          ? new Budget.Steps(steps)
          : new Budget.Time(Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000 / tables))));
    }
  }

  private static final int DEFAULT_STEPS = 2000;

  @Spec private CommandSpec command;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private AblationChoice choice;

  @Mixin private Mixins.DeviceOptions device;

  @Mixin private Mixins.PrecisionOption precision;

  @Mixin private Mixins.SeedOption seed;

  @ArgGroup private Length length;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      converter = Converters.PositiveInteger.class,
      description =
          "Runs of each network, with --seed and the following numbers; more can be added later"
              + " (default: 3).")
  private int seeds;

  @Option(
      names = "--scale",
      split = ",",
      paramLabel = "2|3|4",
      defaultValue = "2",
      converter = Converters.PositiveInteger.class,
      description =
          "How many times wider and higher the output is; of several, as in 2,3,4, each gets a"
              + " table of its own, in a folder below --out (default: 2).")
  private List<Integer> scales;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "DIR",
      converter = Converters.InputPath.class,
      description = "Folders of training images (default: synthetic images).")
  private List<Path> data = List.of();

  @Option(
      names = "--test",
      arity = "1..*",
      paramLabel = "DIR",
      converter = Converters.InputPath.class,
      description = "A folder for each test set (default without --data: synthetic images).")
  private List<Path> test = List.of();

  @Option(
      names = "--patch",
      paramLabel = "N",
      defaultValue = "24",
      converter = Converters.PositiveInteger.class,
      description = "Side of the LR patches in pixels (default: 24).")
  private int patch;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      converter = Converters.PositiveInteger.class,
      description = "Patches in a step (default: 8).")
  private int batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = "1e-3",
      converter = Converters.PositiveNumber.class,
      description = "Highest learning rate, of warm-up and half a cosine (default: 1e-3).")
  private double learningRate;

  @Option(
      names = "--degrade",
      paramLabel = "clean|jpeg|photo",
      defaultValue = "clean",
      description =
          "What the LR patches are put through, as by train; with jpeg and photo tests are on LR"
              + " images through JPEG of quality 75, 4:2:0 (default: clean).")
  private Degradation degradation;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the runs and of the result.")
  private Path out;

  @Override
  public Integer call() {
    scales.forEach(Scale::check);
    List<Integer> distinct = scales.stream().distinct().toList();
    // A wrong name is told before LibTorch is loaded.
    distinct.forEach(choice::candidates);
    int of = distinct.size();
    Budget budget = length == null ? new Budget.Steps(DEFAULT_STEPS) : length.budget(of);
    try (StopSignal stop = new StopSignal();
        Device on = device.open()) {
      List<Ablation> tables = new ArrayList<>();
      try {
        // All before hours of work: an image need not have each scale.
        distinct.forEach(scale -> tables.add(table(scale, of, on)));
        tables.forEach(table -> table.check(budget));
        for (Ablation table : tables) {
          if (!run(table, budget, stop)) {
            console()
                .println("Stopped; what is done lies in " + out + ", the same command continues.");
            return 0;
          }
        }
      } finally {
        tables.forEach(Ablation::close);
      }
    }
    return 0;
  }

  private Ablation table(int scale, int of, Device on) {
    PrintWriter console = QuietWriter.preface(command.commandLine().getErr(), console());
    if (of > 1) {
      console.println("Scale x" + scale + ":");
    }
    List<Candidate> candidates = choice.candidates(scale);
    console.print(Candidate.costs(candidates).toText());
    candidates.stream()
        .filter(Candidate::costly)
        .forEach(
            each ->
                console.printf(
                    "A single block of %s costs more than twice the compute of the reference's"
                        + " blocks: it cannot be compared with the others.%n",
                    each.title()));
    console.flush();
    Ablation ablation =
        Ablation.of(candidates)
            .images(data.toArray(Path[]::new))
            .tests(test.toArray(Path[]::new))
            .folder(of == 1 ? out : out.resolve("x" + scale))
            .seeds(seeds)
            .firstSeed(seed.seed())
            .patch(patch)
            .batch(batch)
            .learningRate(learningRate)
            .degradation(degradation)
            .precision(precision.precision())
            .open(on);
    Images images = ablation.images();
    images.notes().forEach(console::println);
    console.printf("Training on %s, testing on %s.%n", images.trainedOn(), images.testedOn());
    console.flush();
    return ablation;
  }

  /** Makes a table, or what is left of it; returns false if it was stopped. */
  private boolean run(Ablation table, Budget budget, BooleanSupplier stop) {
    Optional<AblationResult> result;
    try (AblationView view = new AblationView(command.commandLine().getErr())) {
      result = table.run(budget, view, stop);
    }
    if (result.isEmpty()) {
      return false;
    }
    AblationReport report = new AblationReport(result.get());
    Path page = report.write();
    PrintWriter console = console();
    console.println();
    console.print(report.text());
    console.println("Report: " + Texts.place(page));
    console.flush();
    return true;
  }

  private PrintWriter console() {
    return command.commandLine().getOut();
  }
}
