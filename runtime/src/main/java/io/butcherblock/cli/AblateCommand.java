package io.butcherblock.cli;

import io.butcherblock.ablation.Ablation;
import io.butcherblock.ablation.Contestant;
import io.butcherblock.ablation.Figures;
import io.butcherblock.ablation.Images;
import io.butcherblock.ablation.Settings;
import io.butcherblock.error.UserError;
import io.butcherblock.train.Budget;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ablate}: schemes and derivatives against each other. */
@Command(
    name = "ablate",
    description = {
      "Trains small networks that differ in scheme and derivative at equal compute, each with"
          + " several seeds, and says which differences are more than noise.",
      "Interrupted, the same command goes on.",
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
        converter = PositiveInteger.class,
        description = "Train each network for N steps with each seed (default: 2000).")
    private Integer steps;

    @Option(
        names = "--minutes",
        paramLabel = "M",
        converter = PositiveNumber.class,
        description =
            "Train and test all of them in about M minutes: steps are measured and divided.")
    private Double minutes;

    Budget budget() {
      return minutes == null
          ? new Budget.Steps(steps)
          : new Budget.Time(Duration.ofMillis(Math.max(1, Math.round(minutes * 60_000))));
    }
  }

  private static final int DEFAULT_STEPS = 2000;
  private static final List<Integer> SCALES = List.of(2, 3, 4);

  @Spec private CommandSpec command;

  @Mixin private AblationChoice choice;

  @Mixin private DeviceOptions device;

  @Mixin private SeedOption seed;

  @ArgGroup private Length length;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      converter = PositiveInteger.class,
      description = "Runs of each network, with --seed and the following numbers (default: 3).")
  private int seeds;

  @Option(
      names = "--scale",
      paramLabel = "2|3|4",
      defaultValue = "2",
      converter = PositiveInteger.class,
      description = "How many times wider and higher the output is (default: 2).")
  private int scale;

  @Option(
      names = "--data",
      arity = "1..*",
      paramLabel = "DIR",
      converter = InputPath.class,
      description = "Folders of training images (default: synthetic images).")
  private List<Path> data = List.of();

  @Option(
      names = "--test",
      arity = "1..*",
      paramLabel = "DIR",
      converter = InputPath.class,
      description = "A folder for each test set (default without --data: synthetic images).")
  private List<Path> test = List.of();

  @Option(
      names = "--patch",
      paramLabel = "N",
      defaultValue = "24",
      converter = PositiveInteger.class,
      description = "Side of the LR patches in pixels (default: 24).")
  private int patch;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "8",
      converter = PositiveInteger.class,
      description = "Patches in a step (default: 8).")
  private int batch;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      defaultValue = "1e-3",
      converter = PositiveNumber.class,
      description = "Highest learning rate, of warm-up and half a cosine (default: 1e-3).")
  private double learningRate;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description = "Folder of the runs and of the result.")
  private Path out;

  @Override
  public Integer call() {
    PrintWriter console = command.commandLine().getOut();
    if (!SCALES.contains(scale)) {
      throw new UserError("Scale " + scale + " is not built; the scales are 2, 3 and 4.");
    }
    List<Contestant> contestants = choice.contestants(scale);
    Budget budget = length == null ? new Budget.Steps(DEFAULT_STEPS) : length.budget();
    try (StopSignal stop = new StopSignal();
        Device on = device.open();
        AblationView view = new AblationView(command.commandLine().getErr())) {
      console.print(Contestant.costs(contestants).toText());
      contestants.stream()
          .filter(Contestant::costly)
          .forEach(
              each ->
                  console.printf(
                      "A single block of %s costs more than twice the compute of the reference's"
                          + " blocks: it is no peer of the others.%n",
                      each.title()));
      console.flush();
      Images images = Images.of(data, test, scale, seed.seed());
      console.printf("Training on %s, testing on %s.%n", images.trainedOn(), images.testedOn());
      console.flush();
      Settings settings = new Settings(seeds, seed.seed(), scale, patch, batch, learningRate);
      Optional<Figures> figures =
          new Ablation(out, contestants, images, settings, on, stop).run(budget, view);
      view.close();
      if (figures.isEmpty()) {
        console.println("Stopped; what is done lies in " + out + ", the same command goes on.");
      } else {
        Path page = figures.get().write(out);
        console.println();
        console.print(figures.get().text());
        console.println("Report: " + page.toAbsolutePath());
      }
    }
    return 0;
  }
}
