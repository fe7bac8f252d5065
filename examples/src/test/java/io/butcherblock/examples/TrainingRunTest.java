package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Preset;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.weights.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training through the library's front. */
class TrainingRunTest {

  private static final NetworkSpec SPEC =
      Catalogue.onClassPath().network("oisr-lf-s").withSize(1, 4);
  private static final TrainingOptions OPTIONS =
      Preset.SHORT
          .options()
          .withPatch(8)
          .withBatch(4)
          .withLogEvery(1)
          .withBudget(new Budget.Steps(12));

  @TempDir private Path folder;

  @Test
  void aRunWithoutFolderTrainsInMemory() {
    try (TrainingRun run = setup().open()) {
      assertEquals(RunState.START, run.state());
      assertEquals(12, run.train().step());
      assertEquals(12, run.state().step());
      try (SuperResolution sr = SuperResolution.of(run.network(), InferenceOptions.DEFAULT)) {
        assertEquals("32 x 32 RGB", sr.upscale(image(16, 1)).toString());
      }
    }
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @Test
  void aRunThatIsStoppedAndResumedEndsWithTheSameBits() {
    Map<String, float[]> whole = trained(setup().folder(folder.resolve("whole")), 99);
    Path parts = folder.resolve("parts");
    trained(setup().folder(parts).resume(true), 5);
    try (TrainingRun run = setup().folder(parts).resume(true).open()) {
      assertEquals(5, run.state().step());
    }
    TrainedWeights.assertSame(whole, trained(setup().folder(parts).resume(true), 99));
    // And so do weights in memory.
    TrainedWeights.assertSame(whole, trained(setup(), 99));
  }

  @Test
  void nothingIsResumedWithoutAFolder() {
    TrainingSetup resumed = setup().resume(true);
    String message = assertThrows(ButcherblockException.class, resumed::open).getMessage();
    assertTrue(message.startsWith("A run is resumed from the state"), message);
  }

  @Test
  void aFolderWithARunIsNotBegunAnew() {
    Path run = folder.resolve("run");
    trained(setup().folder(run), 99);
    assertThrows(ButcherblockException.class, () -> setup().folder(run).open());
    assertTrue(Files.exists(run.resolve("weights.safetensors")));
  }

  @Test
  void firstWeightsAreTakenAndThoseOfAnotherNetworkRefused() {
    Path first = folder.resolve("first");
    Map<String, float[]> weights = trained(setup().folder(first), 99);
    Path file = first.resolve("weights.safetensors");
    try (TrainingRun run = setup().startFrom(file).open()) {
      assertEquals(Weights.Taken.ALL, run.startedFrom().orElseThrow());
      TrainedWeights.assertSame(weights, TrainedWeights.of(run));
    }
    NetworkSpec other = SPEC.withVectorField(Catalogue.onClassPath().vectorField("gv1"));
    ButcherblockException refused =
        assertThrows(
            ButcherblockException.class,
            () ->
                TrainingRun.of(other, 2).images(images()).options(OPTIONS).startFrom(file).open());
    assertTrue(refused.getMessage().contains("vector field gv2, not gv1"), refused.getMessage());
  }

  @Test
  void aRunOfANetworkThatIsDeclaredOtherwiseNowIsNotResumed() {
    Path run = folder.resolve("run");
    trained(setup().folder(run).resume(true), 5);
    NetworkSpec other =
        new NetworkSpec(
            SPEC.name(),
            SPEC.scheme(),
            SPEC.vectorField(),
            SPEC.blocks(),
            SPEC.channels(),
            0.25,
            SPEC.coefficients(),
            SPEC.sharing(),
            "");
    TrainingSetup resumed =
        TrainingRun.of(other, 2).images(images()).options(OPTIONS).folder(run).resume(true);
    String why = assertThrows(ButcherblockException.class, resumed::open).getMessage();
    assertTrue(why.contains("declared as \"1.0\", not as \"0.25\" as now"), why);
    assertEquals("", SPEC.source());
    trained(setup().folder(run).resume(true), 99);
  }

  /** The seed decides, whatever else the process draws. */
  @Test
  void aRunDoesNotDependOnOtherRandomNumbers() {
    Map<String, float[]> first = trained(setup(), 99);
    org.bytedeco.pytorch.global.torch.manual_seed(12345);
    TrainedWeights.assertSame(first, trained(setup(), 99));
  }

  @Test
  void anImageSmallerThanAPatchIsRefused() {
    TrainingImages small =
        TrainingImages.heldOut(List.of(ImagePair.of("small", image(12, 1), 2)), 2);
    assertThrows(
        ButcherblockException.class,
        () -> TrainingRun.of(SPEC, 2).images(small).options(OPTIONS).open());
  }

  @Test
  void foldersOfImagesServe() {
    for (int i = 0; i < 3; i++) {
      ImageFiles.write(image(40, i), folder.resolve("images/image" + i + ".png"));
    }
    try (TrainingRun run =
        TrainingRun.of(SPEC, 2)
            .images(folder.resolve("images"))
            .options(OPTIONS.withBudget(new Budget.Steps(1)))
            .open()) {
      assertEquals(3, run.images().training().size());
      assertEquals(1, run.train().step());
    }
  }

  @Test
  void aRunThatAnotherThreadClosesFinishesItsStepAndIsSaved() throws InterruptedException {
    Map<String, float[]> whole = trained(setup(), 99);
    Path folder = this.folder.resolve("run");
    try (TrainingRun run = setup().folder(folder).open()) {
      Thread closing = new Thread(run::close);
      RunState end =
          run.train(
              atStep(
                  3,
                  () -> {
                    closing.start();
                    while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
                      Thread.onSpinWait();
                    }
                  }),
              () -> false);
      closing.join();
      assertEquals(4, end.step());
      assertThrows(IllegalStateException.class, run::train);
    }
    try (TrainingRun run = setup().folder(folder).resume(true).open()) {
      assertEquals(4, run.state().step());
    }
    TrainedWeights.assertSame(whole, trained(setup().folder(folder).resume(true), 99));
  }

  @Test
  void aRunThatItsListenerClosesFinishesItsStep() {
    try (TrainingRun run = setup().open()) {
      assertEquals(4, run.train(atStep(3, run::close), () -> false).step());
      assertThrows(IllegalStateException.class, run::train);
    }
  }

  private static TrainingListener atStep(long step, Runnable action) {
    return new TrainingListener() {
      @Override
      public void step(RunState state, double progress) {
        if (state.step() == step) {
          action.run();
        }
      }
    };
  }

  private TrainingSetup setup() {
    return TrainingRun.of(SPEC, 2).images(images()).options(OPTIONS).device(DeviceChoice.CPU);
  }

  private static TrainingImages images() {
    List<ImagePair> pairs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pairs.add(ImagePair.of("image" + i, image(40, i), 2));
    }
    return TrainingImages.heldOut(pairs, 2);
  }

  private static Map<String, float[]> trained(TrainingSetup setup, int stopAfter) {
    AtomicInteger steps = new AtomicInteger();
    TrainingListener counter =
        new TrainingListener() {
          @Override
          public void step(RunState state, double progress) {
            steps.incrementAndGet();
          }

          @Override
          public void steps(io.butcherblock.train.StepReport report) {}

          @Override
          public void validated(
              RunState state, io.butcherblock.metrics.PsnrSsim quality, boolean best) {}

          @Override
          public void save(RunState state) {}
        };
    try (TrainingRun run = setup.open()) {
      run.train(counter, () -> steps.get() >= stopAfter - 1);
      return TrainedWeights.of(run);
    }
  }

  private static Image image(int side, long seed) {
    byte[] samples = new byte[3 * side * side];
    new Random(seed).nextBytes(samples);
    return Image.of(side, side, 3, samples);
  }

  /** Its weights would be those of a later step than its state says. */
  @Test
  void aRunThatFailedIsNotTrainedOn() {
    Path run = folder.resolve("run");
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void step(RunState state, double progress) {
            if (state.step() == 3) {
              throw new UnsupportedOperationException();
            }
          }
        };
    try (TrainingRun failed = setup().folder(run).open()) {
      assertThrows(UnsupportedOperationException.class, () -> failed.train(failing, () -> false));
      assertThrows(IllegalStateException.class, failed::train);
    }
    TrainedWeights.assertSame(trained(setup(), 99), trained(setup().folder(run).resume(true), 99));
  }

  @Test
  void aClosedRunIsNotTrained() {
    TrainingRun run = setup().folder(folder.resolve("run")).open();
    run.close();
    run.close();
    assertThrows(IllegalStateException.class, run::train);
  }

  @Test
  void whatASetupCannotHaveIsRefusedWhereItIsSet() {
    TrainingSetup setup = setup();
    assertThrows(NullPointerException.class, () -> setup.options(null));
    assertThrows(NullPointerException.class, () -> setup.device(null));
    assertThrows(NullPointerException.class, () -> setup.precision(null));
    assertThrows(NullPointerException.class, () -> setup.onDivergence(null));
    assertThrows(NullPointerException.class, () -> setup.arguments(null));
    assertThrows(NullPointerException.class, () -> setup.processes(null));
    assertThrows(ButcherblockException.class, () -> setup.statesKept(0));
    for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> SPEC.withStepSize(none));
    }
  }

  @Test
  void nullInPlaceOfAListenerLeavesTheRunAsItIs() {
    try (TrainingRun run = setup().open()) {
      assertThrows(NullPointerException.class, () -> run.train(null, () -> false));
      assertThrows(NullPointerException.class, () -> run.train(TrainingListener.none(), null));
      assertEquals(OPTIONS.budget(), new Budget.Steps(run.train().step()));
    }
  }

  @Test
  void aSetupMayBeChangedForAnotherRun() {
    TrainingSetup setup = setup();
    try (TrainingRun run = setup.open()) {
      setup.options(OPTIONS.withBudget(new Budget.Steps(2)));
      assertEquals(12, run.train().step());
    }
  }

  @Test
  void imagesOfAnotherScaleAreRefused() {
    TrainingImages x3 = TrainingImages.heldOut(List.of(ImagePair.of("image", image(60, 1), 3)), 3);
    ButcherblockException refused =
        assertThrows(ButcherblockException.class, () -> setup().images(x3).open());
    assertTrue(refused.getMessage().contains("a scale of 3"), refused.getMessage());
  }

  @Test
  void foldersTakeThePlaceOfImages() {
    assertThrows(ButcherblockException.class, () -> setup().images(folder.resolve("none")).open());
  }

  @Test
  void filesOfNoRunAreNotWrittenOver() throws Exception {
    Path file = folder.resolve("models/weights.safetensors");
    try (TrainingRun run = setup().open()) {
      Weights.save(file, run.network());
    }
    byte[] before = Files.readAllBytes(file);
    ButcherblockException refused =
        assertThrows(
            ButcherblockException.class,
            () -> setup().folder(folder.resolve("models")).startFrom(file).open());
    assertTrue(refused.getMessage().startsWith(file.toString()), refused.getMessage());
    assertArrayEquals(before, Files.readAllBytes(file));
  }

  /** A run that was begun and never saved is no obstacle. */
  @Test
  void aRunThatIsStoppedAtOnceCanBeBegunAgain() {
    Path run = folder.resolve("run");
    for (int i = 0; i < 2; i++) {
      try (TrainingRun stopped = setup().folder(run).open()) {
        assertEquals(RunState.START, stopped.train(TrainingListener.none(), () -> true));
      }
    }
    TrainedWeights.assertSame(trained(setup(), 99), trained(setup().folder(run).resume(true), 99));
  }

  @Test
  void ofARunThatWasNeverSavedNothingIsResumed() {
    Path run = folder.resolve("run");
    try (TrainingRun stopped = setup().options(OPTIONS.withSeed(9)).folder(run).open()) {
      stopped.train(TrainingListener.none(), () -> true);
    }
    TrainedWeights.assertSame(trained(setup(), 99), trained(setup().folder(run).resume(true), 99));
  }

  @Test
  void aBatchThatCannotBeMadeIsToldBeforeTheRunIsBegun() {
    Path run = folder.resolve("run");
    assertThrows(
        ButcherblockException.class,
        () -> setup().options(OPTIONS.withBatch(Integer.MAX_VALUE)).folder(run).open());
    assertFalse(Files.exists(run));
  }

  @Test
  void runsSideBySideGiveWhatEachGivesAlone() throws Exception {
    Map<String, float[]> alone = trained(setup(), 99);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try (TrainingRun other = setup().open();
        SuperResolution sr = SuperResolution.of(other.network(), InferenceOptions.DEFAULT)) {
      AtomicBoolean stop = new AtomicBoolean();
      Image small = image(30, 1);
      Image expected = sr.upscale(small);
      Future<Boolean> same =
          pool.submit(
              () -> {
                boolean all = true;
                while (!stop.get()) {
                  all &= expected.equals(sr.upscale(small));
                }
                return all;
              });
      for (int i = 0; i < 5; i++) {
        // Threads that use LibTorch for the first time.
        ExecutorService fresh = Executors.newFixedThreadPool(2);
        var first = fresh.submit(() -> trained(setup(), 99));
        var second = fresh.submit(() -> trained(setup(), 99));
        TrainedWeights.assertSame(alone, first.get());
        TrainedWeights.assertSame(alone, second.get());
        fresh.shutdown();
      }
      stop.set(true);
      assertTrue(same.get());
    } finally {
      pool.shutdown();
    }
  }
}
