package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.RunLog;
import io.butcherblock.image.Image;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.run.RunFolder;
import io.butcherblock.train.Budget;
import io.butcherblock.train.LevelReport;
import io.butcherblock.train.LevelStart;
import io.butcherblock.train.Preset;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of several levels, each of which trains twice the blocks of the one before. */
class MultiLevelTrainingTest {

  private static final NetworkSpec SPEC =
      Catalogue.onClassPath().network("oisr-lf-s").withSize(4, 4);
  private static final TrainingOptions OPTIONS =
      Preset.SHORT
          .options()
          .withPatch(8)
          .withBatch(4)
          .withLogEvery(1)
          .withBudget(new Budget.Steps(12))
          .withLevels(3);

  @TempDir private Path folder;

  @Test
  void eachLevelHasTwiceTheBlocksAndAsManySteps() {
    List<String> levels = new ArrayList<>();
    List<Double> progress = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void level(LevelReport report) {
            levels.add(
                "%s of %s from %s: %s blocks, h = %s"
                    .formatted(
                        report.number(),
                        report.count(),
                        report.state().step(),
                        report.network().blocks(),
                        report.network().stepSize()));
          }

          @Override
          public void step(RunState state, double done) {
            progress.add(done);
          }
        };
    Path run = folder.resolve("run");
    try (TrainingRun training = setup(SPEC, OPTIONS).folder(run).open()) {
      assertEquals(12, training.train(listener, () -> false).step());
      assertEquals(SPEC.blocks(), training.network().spec().blocks());
      assertEquals(SPEC.stepSize(), training.network().spec().stepSize());
    }
    assertEquals(
        List.of(
            "1 of 3 from 0: 1 blocks, h = 4.0",
            "2 of 3 from 4: 2 blocks, h = 2.0",
            "3 of 3 from 8: 4 blocks, h = 1.0"),
        levels);
    assertEquals(12, progress.size());
    assertEquals(1, progress.get(11));
    assertTrue(progress.get(3) < 4 / 12.0, "small networks are less work: " + progress);
    List<JsonNode> log = RunLog.read(new RunFolder(run).log());
    assertEquals(3, log.stream().filter(line -> line.has("level")).count());
    // The rate of each level begins low and ends near 0.
    double[] rates =
        log.stream()
            .filter(line -> line.has("learning_rate"))
            .mapToDouble(line -> line.path("learning_rate").asDouble())
            .toArray();
    assertArrayEquals(Arrays.copyOfRange(rates, 0, 4), Arrays.copyOfRange(rates, 8, 12));
    assertTrue(rates[3] < rates[1], "falls within a level");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 5, 6, 9, 11})
  void aRunThatIsStoppedAnywhereAndResumedEndsWithTheSameBits(int stopAt) {
    Map<String, float[]> whole = trained(setup(SPEC, OPTIONS), Long.MAX_VALUE);
    Path parts = folder.resolve("parts");
    trained(setup(SPEC, OPTIONS).folder(parts).resume(true), stopAt);
    TrainedWeights.assertSame(
        whole, trained(setup(SPEC, OPTIONS).folder(parts).resume(true), Long.MAX_VALUE));
    assertEquals(
        3,
        RunLog.read(new RunFolder(parts).log()).stream().filter(line -> line.has("level")).count());
  }

  @Test
  void weightsOfALevelOnTheWayCanBeOpened() {
    Path run = folder.resolve("run");
    trained(setup(SPEC, OPTIONS).folder(run), 6);
    Path weights = new RunFolder(run).weights();
    NetworkSpec saved = WeightsInfo.read(weights).spec(Catalogue.onClassPath());
    assertEquals(2, saved.blocks());
    assertEquals(2, saved.stepSize());
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = Weights.open(weights, saved, 2, cpu)) {
      assertEquals(2, network.spec().stepSize());
    }
    trained(setup(SPEC, OPTIONS).folder(run).resume(true), Long.MAX_VALUE);
    assertEquals(4, WeightsInfo.read(weights).spec(Catalogue.onClassPath()).blocks());
    assertEquals(1, WeightsInfo.read(weights).spec(Catalogue.onClassPath()).stepSize());
    assertEquals(
        4,
        WeightsInfo.read(run.resolve("best.safetensors")).spec(Catalogue.onClassPath()).blocks());
  }

  /** Of a run that is resumed with fewer steps than it has, the others are doubled only. */
  @Test
  void levelsWithoutAStepAreValidatedAndSaved() {
    Path run = folder.resolve("run");
    trained(setup(SPEC, OPTIONS).folder(run), 4);
    TrainingOptions fewer = OPTIONS.withBudget(new Budget.Steps(3));
    Map<String, float[]> doubled =
        trained(setup(SPEC, fewer).folder(run).resume(true), Long.MAX_VALUE);
    for (Path weights : List.of(new RunFolder(run).weights(), new RunFolder(run).best())) {
      NetworkSpec saved = WeightsInfo.read(weights).spec(Catalogue.onClassPath());
      assertEquals(4, saved.blocks(), weights::toString);
      try (Device cpu = LibTorch.cpu();
          SuperResolutionNetwork network = Weights.open(weights, saved, 2, cpu)) {
        doubled.forEach(
            (name, values) ->
                assertArrayEquals(
                    values, Tensors.toArray(network.parameters().byName().get(name)), name));
      }
    }
    try (TrainingRun resumed = setup(SPEC, OPTIONS).folder(run).resume(true).open()) {
      assertEquals(new LevelStart(2, 3), resumed.state().levelStart());
      assertEquals(12, resumed.train().step());
    }
  }

  @Test
  void aTimeIsSharedByTheWorkOfTheLevels() {
    List<Double> begun = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void level(LevelReport report) {
            begun.add(report.state().seconds());
          }
        };
    TrainingOptions timed = OPTIONS.withBudget(new Budget.Time(Duration.ofSeconds(2)));
    try (TrainingRun run = setup(SPEC, timed).open()) {
      RunState end = run.train(listener, () -> false);
      assertTrue(end.seconds() >= 2, "seconds " + end.seconds());
      assertEquals(2, end.levelStart().level());
    }
    assertEquals(3, begun.size());
    assertTrue(begun.get(1) > 0.1 && begun.get(1) < 2 / 3.0, "begun at " + begun);
    assertTrue(begun.get(2) < 4 / 3.0, "begun at " + begun);
  }

  @Test
  void aRunIsResumedWithTheLevelsThatItWasBegunWith() {
    Path run = folder.resolve("run");
    trained(setup(SPEC, OPTIONS).folder(run), 5);
    refused(setup(SPEC, OPTIONS.withLevels(2)).folder(run).resume(true), "number of levels of 3");
    refused(setup(SPEC, OPTIONS.withLevels(1)).folder(run).resume(true), "number of levels of 3");
  }

  @Test
  void whatHasNoSuchLevelsIsRefused() {
    refused(setup(SPEC.withSize(6, 4), OPTIONS), "give at most a number of levels of 2");
    refused(setup(SPEC, OPTIONS.withLevels(40)), "has no 40 levels");
    refused(setup(SPEC.withSize(1, 4), OPTIONS), "A network of 1 block has no");
    refused(setup(SPEC, OPTIONS.withBudget(new Budget.Steps(1))), "A run of 1 step has no");
    refused(setup(SPEC, OPTIONS.withBudget(new Budget.Steps(2))), "no step for each of 3 levels");
    Path weights = folder.resolve("first.safetensors");
    refused(setup(SPEC, OPTIONS).startFrom(weights), "begins with a network of fewer blocks");
    assertThrows(ButcherblockException.class, () -> OPTIONS.withLevels(0));
  }

  private static void refused(TrainingSetup setup, String why) {
    ButcherblockException refusal = assertThrows(ButcherblockException.class, setup::open);
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  private static TrainingSetup setup(NetworkSpec spec, TrainingOptions options) {
    List<ImagePair> pairs = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      byte[] samples = new byte[3 * 40 * 40];
      new Random(i).nextBytes(samples);
      pairs.add(ImagePair.of("image" + i, Image.of(40, 40, 3, samples), 2));
    }
    return TrainingRun.of(spec, 2)
        .images(TrainingImages.heldOut(pairs, 2))
        .options(options)
        .device(DeviceChoice.CPU);
  }

  /** The weights behind a run that is stopped after a step. */
  private static Map<String, float[]> trained(TrainingSetup setup, long stopAt) {
    AtomicLong step = new AtomicLong();
    TrainingListener counter =
        new TrainingListener() {
          @Override
          public void step(RunState state, double progress) {
            step.set(state.step());
          }
        };
    try (TrainingRun run = setup.open()) {
      // It is asked while a step is made.
      run.train(counter, () -> step.get() >= stopAt - 1);
      return TrainedWeights.of(run);
    }
  }
}
