package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.Precision;
import io.butcherblock.dsl.Layer;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.train.Budget;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be compared is refused before images are read. */
class AblationSetupTest {

  @TempDir private Path folder;

  private static final NetworkSpec NARROW = ScoresForTests.network("a", Layer.CONV_3X3);
  private static final NetworkSpec PRELU = ScoresForTests.network("b", Layer.PRELU, Layer.CONV_3X3);

  @Test
  void oneNetworkIsNoComparison() {
    assertEquals(
        "One network cannot be compared; give two or more.",
        refusal(Ablation.of(EqualCompute.of(List.of(NARROW), 1, 4, 2)).folder(Path.of("out"))));
  }

  @Test
  void allAreOfOneScale() {
    List<Candidate> mixed =
        Stream.of(2, 3)
            .map(scale -> EqualCompute.of(List.of(NARROW, PRELU), 1, 4, scale).get(scale - 2))
            .toList();
    assertEquals(
        "Networks are compared at one scale; euler-for-tests a is of x2, but euler-for-tests b of"
            + " x3.",
        refusal(Ablation.of(mixed).folder(Path.of("out"))));
  }

  @Test
  void aFolderIsNeeded() {
    assertEquals(
        "An ablation is kept in a folder, so that it can be continued; give an output folder.",
        refusal(Ablation.of(EqualCompute.of(List.of(NARROW, PRELU), 1, 4, 2))));
  }

  @Test
  void numbersAreInTheirRange() {
    AblationSetup setup =
        Ablation.of(EqualCompute.of(List.of(NARROW, PRELU), 1, 4, 2)).folder(Path.of("out"));
    assertEquals("The number of seeds must be at least 1, not 0.", refusal(setup.seeds(0)));
    assertEquals(
        "Of 3 seeds from 9223372036854775806 on some are above 9223372036854775807, the greatest"
            + " that there is; give a lower seed, or fewer seeds.",
        refusal(setup.seeds(3).firstSeed(Long.MAX_VALUE - 1)));
    setup.firstSeed(1);
    assertEquals("The patch size must be at least 1, not 0.", refusal(setup.seeds(1).patch(0)));
    assertEquals("The batch size must be at least 1, not -1.", refusal(setup.patch(1).batch(-1)));
  }

  @Test
  void theGreatestSeedIsOne() {
    long first = Long.MAX_VALUE - 1;
    Settings settings = new Settings(2, first, 2, 24, 8, 1e-3, Precision.FP32);
    settings.check();
    assertEquals(List.of(first, Long.MAX_VALUE), settings.allSeeds());
  }

  /** Where they are given, not where they are used. */
  @Test
  void nullsAreNamed() {
    AblationSetup setup = Ablation.of(EqualCompute.of(List.of(NARROW, PRELU), 1, 4, 2));
    named("candidates", () -> Ablation.of(null));
    named("folders", () -> setup.images((Path[]) null));
    named("folder", () -> setup.images((Path) null));
    named("folders", () -> setup.tests((Path[]) null));
    named("folder", () -> setup.tests(Path.of("x"), null));
    named("folder", () -> setup.folder(null));
    named("degradation", () -> setup.degradation(null));
    named("precision", () -> setup.precision(null));
    named("device", () -> setup.device(null));
    named("on", () -> setup.open(null));
    try (Ablation ablation =
        setup.device(DeviceChoice.CPU).folder(folder.resolve("runs")).patch(8).open()) {
      Budget length = new Budget.Steps(1);
      Ablation.Listener listener = new Ablation.Listener() {};
      named("length", () -> ablation.check(null));
      named("length", () -> ablation.run(null));
      named("length", () -> ablation.run(null, listener, () -> false));
      named("listener", () -> ablation.run(length, null, () -> false));
      named("stop", () -> ablation.run(length, listener, null));
    }
  }

  private static void named(String argument, Executable call) {
    assertEquals(argument, assertThrows(NullPointerException.class, call).getMessage());
  }

  private static String refusal(AblationSetup setup) {
    return assertThrows(
            ButcherblockException.class, () -> setup.device(DeviceChoice.CPU).open().close())
        .getMessage();
  }
}
