package io.butcherblock.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.TrainingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TrainingFlagsTest {

  /** Section 4.2 of He et al., CVPR 2019, number by number. */
  @Test
  void thePresetPaperIsThatOfThePaper() {
    TrainingOptions paper = flags("--preset", "paper").options();
    assertEquals(48, paper.patch());
    assertEquals(16, paper.batch());
    assertEquals(new Budget.Steps(800_000), paper.budget());
    assertEquals(new AdamSettings(1e-4, 0.9, 0.999, 1e-8), paper.adam());
    assertEquals(new Schedule.Halving(250_000), paper.schedule());
    assertEquals(1, paper.schedule().factor(249_999, 0));
    assertEquals(0.5, paper.schedule().factor(250_000, 0));
    assertEquals(0.125, paper.schedule().factor(799_999, 0));
    assertEquals("paper", flags("--preset", "paper", "--seed", "7").name());
  }

  @Test
  void withoutAPresetRunsAreShort() {
    TrainingOptions options = flags().options();
    assertEquals(new Budget.Steps(10_000), options.budget());
    assertEquals(1e-3, options.adam().learningRate());
    assertEquals(new Schedule.Cosine(100), options.schedule());
    assertEquals("short", flags().name());
  }

  @Test
  void levelsAreNamedAsWhatDiffersFromTheRecipe() {
    assertEquals(1, flags().options().levels());
    assertEquals(3, flags("--levels", "3").options().levels());
    assertEquals("short, but for levels", flags("--levels", "3").name());
  }

  @Test
  void whatIsGivenBesideAPresetOverridesItAndIsNamed() {
    Flags flags =
        flags(
            "--preset",
            "paper",
            "--patch",
            "24",
            "--epochs",
            "2",
            "--halve-every",
            "1",
            "--beta2",
            "0.99",
            "--log-every",
            "7");
    TrainingOptions options = flags.options();
    assertEquals(24, options.patch());
    assertEquals(16, options.batch());
    assertEquals(new Budget.Steps(2000), options.budget());
    assertEquals(new Schedule.Halving(1000), options.schedule());
    assertEquals(new AdamSettings(1e-4, 0.9, 0.99, 1e-8), options.adam());
    assertEquals(7, options.logEvery());
    assertEquals("paper, but for patch, budget, optimizer, schedule", flags.name());
  }

  /** A rate that is meant to fall to 0 is too high for one that is halved now and then. */
  @ParameterizedTest
  @CsvSource({
    "--schedule halving, 1e-4",
    "--schedule cosine, 1e-3",
    "--preset paper --schedule cosine, 1e-4",
    "--preset paper --learning-rate 3e-4, 3e-4",
    "--preset short --schedule halving --learning-rate 5e-4, 5e-4"
  })
  void theRateFollowsPresetAndSchedule(String arguments, double rate) {
    assertEquals(rate, flags(arguments.split(" ", -1)).options().adam().learningRate());
  }

  private record Flags(TrainingFlags flags) {
    TrainingOptions options() {
      return flags.options();
    }

    String name() {
      return flags.preset().name(flags.options());
    }
  }

  /** They are no mistake that would be worth a run of hours that is begun again. */
  @ParameterizedTest
  @CsvSource({
    "--halve-every 5, --halve-every has no effect without --schedule halving.",
    "--schedule halving --warmup 5, --warmup has no effect without --schedule cosine.",
    "--preset paper --warmup 0, --warmup has no effect without --schedule cosine.",
    "--preset paper --schedule cosine --halve-every 9, --halve-every has no effect without"
        + " --schedule halving.",
    "--preset paper --halve-every 5, ''",
    "--warmup 5, ''",
    "--seed 1, ''"
  })
  void optionsOfTheOtherScheduleAreRemarked(String arguments, String remark) {
    TrainingFlags flags = new TrainingFlags();
    new CommandLine(flags)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments.split(" ", -1));
    assertEquals(remark, flags.remark().orElse(""));
  }

  private static Flags flags(String... arguments) {
    TrainingFlags flags = new TrainingFlags();
    new CommandLine(flags).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return new Flags(flags);
  }
}
