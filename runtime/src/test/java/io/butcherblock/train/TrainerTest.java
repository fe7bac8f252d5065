package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Remedy;
import io.butcherblock.error.Setting;
import io.butcherblock.files.RunLog;
import io.butcherblock.image.TestImages;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.onednn.BrokenKernels;
import io.butcherblock.onednn.OneDnn;
import io.butcherblock.patches.PatchLoader;
import io.butcherblock.patches.PatchOptions;
import io.butcherblock.run.RunSettings;
import io.butcherblock.run.RunWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

  private static final int SCALE = 2;
  private static final int PATCH = 8;

  /** Steps between two validations: more than there are. */
  private static final int SELDOM = 1000;

  private final List<ImagePair> pairs =
      List.of(
          ImagePair.of("a", TestImages.smooth(48, 48, 1), SCALE),
          ImagePair.of("b", TestImages.smooth(48, 48, 2), SCALE));

  @TempDir private Path folder;

  @Test
  void trainingLowersTheLoss() {
    List<Double> losses = new ArrayList<>();
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options(60).adam());
        PatchLoader batches = batches(0)) {
      RunState end =
          new Trainer(step, options(60))
              .run(RunState.START, batches, Optional.empty(), () -> false, losses(losses));
      assertEquals(60, end.step());
    }
    assertEquals(6, losses.size());
    assertTrue(losses.get(5) < 0.8 * losses.get(0), losses::toString);
  }

  @Test
  void aStoppedAndResumedRunEndsWithTheSameBits() {
    List<float[]> straight = run(folder.resolve("straight"), false, () -> false);
    List<float[]> stopped = run(folder.resolve("stopped"), false, stopAfter(7));
    boolean same = true;
    for (int i = 0; i < straight.size(); i++) {
      same &= java.util.Arrays.equals(straight.get(i), stopped.get(i));
    }
    assertTrue(!same, "the control: a run stopped at step 7 is not one of 12 steps");
    List<float[]> resumed = run(folder.resolve("stopped"), true, () -> false);
    for (int i = 0; i < straight.size(); i++) {
      assertArrayEquals(straight.get(i), resumed.get(i));
    }
    assertEquals(
        RunLog.read(folder.resolve("straight/log.jsonl")).size(),
        RunLog.read(folder.resolve("stopped/log.jsonl")).size());
  }

  @Test
  void aFolderWithARunIsNotWrittenOver() {
    run(folder, false, stopAfter(1));
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> run(folder, false, () -> false));
    assertEquals(
        folder + " holds a run already; continue it by resuming, or give another output folder.",
        error.getMessage());
  }

  @Test
  void onlyTheRunOfTheSameNetworkIsResumed() {
    run(folder, false, stopAfter(1));
    try (SuperResolutionNetwork other =
            new SuperResolutionNetwork(EulerForTests.network(2, 4), SCALE, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(other, AdamSettings.PAPER)) {
      assertThrows(
          ButcherblockException.class, () -> RunWriter.resume(folder, step, settings(options(12))));
    }
    assertThrows(ButcherblockException.class, () -> run(folder.resolve("none"), true, () -> false));
  }

  @Test
  void aLossThatIsNoNumberEndsTheRunWithAdvice() {
    ButcherblockException atFirst = divergence(RunState.START);
    assertTrue(
        atFirst.getMessage().contains("take a lower learning rate (now "), atFirst.getMessage());
    // Nothing is saved that could be resumed.
    assertTrue(atFirst.getMessage().endsWith(") and start again."), atFirst.getMessage());
    assertEquals(List.of(new Remedy(Setting.LEARNING_RATE, "")), atFirst.remedies());
    RunState saved =
        new RunState(3, 1, BestSoFar.NONE, 0, false, LogInterval.EMPTY, LevelStart.FIRST);
    assertEquals(
        List.of(new Remedy(Setting.LEARNING_RATE, ""), new Remedy(Setting.RESUME, "")),
        divergence(saved).remedies());
  }

  private ButcherblockException divergence(RunState start) {
    TrainingOptions options = options(50);
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      network.parameters().byName().get("tail.1.bias").detach().fill_(scalar(Double.NaN));
      return assertThrows(
          ButcherblockException.class,
          () ->
              new Trainer(step, options)
                  .run(start, batches, Optional.empty(), () -> false, losses(new ArrayList<>())));
    }
  }

  /** Which grows by less than a thousandfold in each step. */
  @Test
  void aLossThatGrowsStepByStepHasExploded() {
    TrainingOptions options = options(50, SELDOM);
    RunState start = RunState.START.withLoss(0.1);
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      Tensor bias = network.parameters().byName().get("tail.1.bias").detach();
      bias.fill_(scalar(50));
      TrainingListener growing =
          new TrainingListener() {
            @Override
            public void step(RunState state, double progress) {
              bias.fill_(scalar(2000));
            }
          };
      Trainer trainer = new Trainer(step, options);
      Divergence divergence =
          assertThrows(
              Divergence.class,
              () -> trainer.run(start, batches, Optional.empty(), () -> false, growing));
      assertEquals(2, divergence.step());
      assertTrue(
          divergence.getMessage().startsWith("The loss has exploded from 0.100 to "),
          divergence.getMessage());
    }
  }

  /** As behind a batch of one color, of which a network may be right by chance. */
  @Test
  void aLossOfAnUntrainedNetworkHasNotExploded() {
    RunState end =
        trained(RunState.START.withLoss(1e-9), options(2, SELDOM), losses(new ArrayList<>()));
    assertEquals(2, end.step());
  }

  private RunState trained(RunState start, TrainingOptions options, TrainingListener listener) {
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      return new Trainer(step, options)
          .run(start, batches, Optional.empty(), () -> false, listener);
    }
  }

  /** The next step is made when it has been made up for. */
  @Test
  void aRunStopsAtTheValidationThatIsCutShort() {
    TrainingOptions options = options(12, 4);
    boolean[] stop = {false};
    ValidationRound cutShort =
        asked -> {
          stop[0] = true;
          return Optional.empty();
        };
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      RunState end =
          new Trainer(step, options)
              .run(
                  RunState.START,
                  batches,
                  Optional.of(cutShort),
                  () -> stop[0],
                  new TrainingListener() {});
      assertEquals(4, end.step());
      assertTrue(end.validationDue());
    }
  }

  /** Eq. (5) of SGDR at its beginning, times a quarter of a warm-up of four steps. */
  @Test
  void eachLevelWarmsUp() {
    TrainingOptions options =
        new TrainingOptions(
            PATCH,
            2,
            new Budget.Steps(80),
            AdamSettings.PAPER.withLearningRate(1e-2),
            new Schedule.Cosine(4),
            1,
            1,
            SELDOM);
    Levels levels = Levels.of(EulerForTests.network(2, 4), SCALE, 2, options.budget());
    List<Double> rates = new ArrayList<>();
    try (Device cpu = new Device("cpu");
        CurrentLevel level =
            CurrentLevel.first(
                levels,
                SCALE,
                1,
                cpu,
                Precision.FP32,
                network -> new TrainingStep(network, options.adam()));
        PatchLoader batches = batches(40)) {
      RunState end = RunState.START;
      while (end.step() < 40) {
        end = end.next(new StepTotals(1, 0.1, false), 0);
      }
      RunState start = level.next(end);
      new Trainer(level, options)
          .run(
              start,
              batches,
              Optional.empty(),
              stopAfter(1),
              new TrainingListener() {
                @Override
                public void steps(StepReport report) {
                  rates.add(report.learningRate());
                }
              });
    }
    assertEquals(1e-2 / 4, rates.get(0), 1e-12);
  }

  @Test
  void aRunIsSavedEveryTenMinutes() {
    TrainingOptions options = options(20, SELDOM);
    List<Long> saved = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void save(RunState state) {
            saved.add(state.step());
          }

          @Override
          public void steps(StepReport report) {
            assertEquals(2.0 / 120, report.patchesPerSecond(), 1e-9);
          }
        };
    AtomicLong minutes = new AtomicLong();
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      // It is asked before and after each step.
      new Trainer(step, options, () -> TimeUnit.MINUTES.toNanos(2 * minutes.getAndIncrement()))
          .run(RunState.START, batches, Optional.empty(), () -> false, listener);
    }
    assertEquals(List.of(6L, 12L, 18L, 20L), saved);
  }

  @Test
  void aRunThatGoesOnWithoutWinogradConvolutionsSaysSoOnce() {
    assumeTrue(OneDnn.open().isPresent(), "skipped: no Winograd convolutions here");
    TrainingOptions options = options(4, SELDOM);
    List<String> told = new ArrayList<>();
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(EulerForTests.network(1, 32), SCALE, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      BrokenKernels[] broken = new BrokenKernels[1];
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void step(RunState state, double progress) {
              if (state.step() == 1) {
                broken[0] = BrokenKernels.refusing();
              }
            }

            @Override
            public void continuesWithout(String what, ButcherblockException failure) {
              told.add(what + ": " + failure.getMessage());
            }
          };
      try {
        new Trainer(step, options)
            .run(RunState.START, batches, Optional.empty(), () -> false, listener);
      } finally {
        broken[0].close();
      }
    }
    assertEquals(
        List.of(
            "Winograd convolutions: oneDNN failed (could not execute a primitive), and it takes"
                + " longer from now on."),
        told);
  }

  @Test
  void lossesThatAreReadSeldomAreTheSame() {
    List<Double> atOnce = new ArrayList<>();
    List<Double> seldom = new ArrayList<>();
    float[] weights = trainedWeights(25, false, atOnce);
    assertArrayEquals(weights, trainedWeights(25, true, seldom));
    assertEquals(3, seldom.size());
    for (int i = 0; i < 3; i++) {
      assertEquals(atOnce.get(i), seldom.get(i), 1e-9 * atOnce.get(i));
    }
  }

  @Test
  void ofLossesThatAreReadSeldomTheLowestMeanIsKept() {
    TrainingOptions options = options(25, SELDOM);
    List<Double> means = new ArrayList<>();
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      RunState end =
          new Trainer(step, options, true)
              .run(RunState.START, batches, Optional.empty(), () -> false, losses(means));
      assertEquals(Collections.min(means), end.best().loss(), 1e-9);
    }
  }

  @Test
  void aRunThatDivergesBetweenTwoReadingsIsNotSaved() {
    TrainingOptions options = options(7, SELDOM);
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      network.parameters().byName().get("tail.1.bias").detach().fill_(scalar(Double.NaN));
      List<RunState> saved = new ArrayList<>();
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void save(RunState state) {
              saved.add(state);
            }
          };
      Trainer trainer = new Trainer(step, options, true);
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class,
              () -> trainer.run(RunState.START, batches, Optional.empty(), () -> false, listener));
      assertTrue(error.getMessage().contains("at step 7"), error.getMessage());
      assertEquals(List.of(), saved);
    }
  }

  private float[] trainedWeights(long steps, boolean readsSeldom, List<Double> losses) {
    TrainingOptions options = options(steps, SELDOM);
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      new Trainer(step, options, readsSeldom)
          .run(RunState.START, batches, Optional.empty(), () -> false, losses(losses));
      return Tensors.toArray(network.parameters().byName().get("head.0.weight"));
    }
  }

  @Test
  void memoryStaysFlatOverAThousandSteps() {
    List<Long> counts = new ArrayList<>();
    List<Long> bytes = new ArrayList<>();
    TrainingOptions options = options(1000);
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam());
        PatchLoader batches = batches(0)) {
      new Trainer(step, options)
          .run(
              RunState.START,
              batches,
              Optional.empty(),
              () -> false,
              new TrainingListener() {
                @Override
                public void steps(StepReport report) {
                  counts.add(Pointer.totalCount());
                  bytes.add(report.memoryBytes());
                }
              });
    }
    // At step 100 and at step 1000. A tensor left behind in each step would count 900.
    long newPointers = counts.get(99) - counts.get(9);
    long newBytes = bytes.get(99) - bytes.get(9);
    assertTrue(newPointers < 400, () -> newPointers + " native objects more");
    assertTrue(newBytes < 200L << 20, () -> newBytes + " bytes more");
  }

  private List<float[]> run(Path out, boolean resume, BooleanSupplier stop) {
    TrainingOptions options = options(12);
    try (SuperResolutionNetwork network = network(1);
        TrainingStep step = new TrainingStep(network, options.adam())) {
      RunWriter opened =
          resume
              ? RunWriter.resume(out, step, settings(options))
              : RunWriter.begin(out, step, settings(options));
      try (RunWriter run = opened;
          PatchLoader batches = batches(opened.start().step())) {
        new Trainer(step, options).run(opened.start(), batches, Optional.empty(), stop, run);
      }
      return network.parameters().byName().values().stream().map(Tensors::toArray).toList();
    }
  }

  private RunSettings settings(TrainingOptions options) {
    TrainingImages images = new TrainingImages(pairs, new Validation(List.of(), List.of(), SCALE));
    return new RunSettings(options, Map.of(), images, Map.of(), RunSettings.STATES_KEPT);
  }

  private PatchLoader batches(long first) {
    return new PatchLoader(
        pairs, PatchOptions.of(SCALE).withPatch(PATCH).withBatch(2).withSeed(3).startingAt(first));
  }

  private static SuperResolutionNetwork network(int blocks) {
    return new SuperResolutionNetwork(
        EulerForTests.network(blocks, 4), SCALE, 1, new Device("cpu"));
  }

  private static TrainingOptions options(long steps) {
    return options(steps, 0);
  }

  private static TrainingOptions options(long steps, long validateEvery) {
    return new TrainingOptions(
        PATCH,
        2,
        new Budget.Steps(steps),
        AdamSettings.PAPER.withLearningRate(1e-2),
        new Schedule.Cosine(2),
        1,
        10,
        validateEvery);
  }

  private static BooleanSupplier stopAfter(int steps) {
    int[] asked = {0};
    return () -> asked[0]++ >= steps;
  }

  private static org.bytedeco.pytorch.Scalar scalar(double value) {
    return new org.bytedeco.pytorch.Scalar(value);
  }

  private static TrainingListener losses(List<Double> losses) {
    return new TrainingListener() {
      @Override
      public void steps(StepReport report) {
        losses.add(report.loss());
      }
    };
  }
}
