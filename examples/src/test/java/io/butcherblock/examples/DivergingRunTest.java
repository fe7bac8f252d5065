package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.RunLog;
import io.butcherblock.image.Image;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.run.RunFolder;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Divergence;
import io.butcherblock.train.OnDivergence;
import io.butcherblock.train.Preset;
import io.butcherblock.train.RunState;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose learning rate is much too high. */
class DivergingRunTest {

  /**
   * With so high a rate the loss explodes within a few steps; with a quarter of it, it does not.
   */
  private static final double TOO_HIGH = 0.4;

  private static final int STEPS = 60;
  private static final int WITHOUT_VALIDATION = 4;
  private static final int WITH_VALIDATION = 10;
  private static final long PATIENCE = 60;

  @TempDir private Path folder;

  @Test
  void itStopsWithinAStepAndSaysWithWhichRate() {
    List<RunState> steps = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(RunState state, double progress) {
            steps.add(state);
          }
        };
    try (TrainingRun run = setup(1e6).open()) {
      Divergence divergence =
          assertThrows(Divergence.class, () -> run.train(listener, () -> false));
      assertEquals(steps.size() + 1, divergence.step());
      assertTrue(
          divergence
              .getMessage()
              .matches(
                  "The loss (has exploded from \\S+ to \\S+|is no longer a number) at step "
                      + divergence.step()
                      + ", with a learning rate of 1.00e\\+06: take a lower learning rate .*"),
          divergence.getMessage());
    }
  }

  @Test
  void itGoesBackAndContinuesWithHalfTheRate() {
    List<Divergence> seen = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void wentBack(Divergence divergence, RunState state) {
            seen.add(divergence);
            assertEquals(seen.size(), state.halvings());
          }
        };
    RunState end;
    try (TrainingRun run = retrying(TOO_HIGH).open()) {
      end = run.train(listener, () -> false);
    }
    assertEquals(STEPS, end.step());
    assertFalse(seen.isEmpty());
    assertEquals(seen.size(), end.halvings());
    List<JsonNode> told =
        RunLog.read(new RunFolder(folder).log()).stream()
            .filter(each -> each.has("diverged_at"))
            .toList();
    JsonNode last = told.get(told.size() - 1);
    double rate = TOO_HIGH * Math.pow(0.5, end.halvings());
    assertEquals(rate, last.path("highest_learning_rate").asDouble());
    List<JsonNode> lines =
        RunLog.read(new RunFolder(folder).log()).stream()
            .filter(each -> each.path("loss").isNumber())
            .toList();
    assertEquals(rate, lines.get(lines.size() - 1).path("learning_rate").asDouble());
    assertEquals(STEPS, lines.size(), lines::toString);
  }

  @Test
  void itGivesUpInTheEnd() {
    int[] times = {0};
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void wentBack(Divergence divergence, RunState state) {
            times[0]++;
          }
        };
    try (TrainingRun run = retrying(1e9).open()) {
      assertThrows(Divergence.class, () -> run.train(listener, () -> false));
    }
    assertEquals(OnDivergence.MOST_HALVINGS, times[0]);
  }

  /** Rank 0 alone validates, so the others cannot go back with it. */
  @Test
  void whatOneOfTwoProcessesSeesEndsBoth() throws Exception {
    String port = freePort();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> ends = new ArrayList<>();
      for (String rank : List.of("0", "1")) {
        Map<String, String> variables =
            Map.of(
                "RANK", rank, "WORLD_SIZE", "2", "MASTER_ADDR", "127.0.0.1", "MASTER_PORT", port);
        ends.add(threads.submit(() -> endOfBreakingRun(variables)));
      }
      String first = ends.get(0).get(PATIENCE, TimeUnit.SECONDS);
      assertTrue(first.startsWith("The network's output is no longer finite at step"), first);
      assertEquals("Rank 0 of 2 failed: " + first, ends.get(1).get(PATIENCE, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  private String endOfBreakingRun(Map<String, String> variables) {
    return assertThrows(
            ButcherblockException.class,
            () ->
                RankGroup.run(
                    variables,
                    group -> {
                      TrainingSetup setup =
                          retrying(1e-4).images(images(WITH_VALIDATION)).processes(group);
                      try (TrainingRun run = setup.open()) {
                        run.train(breakingTheLastStep(run), () -> false);
                      }
                    }))
        .getMessage();
  }

  /** Feature maps overflow in the validation that follows. */
  private static TrainingListener breakingTheLastStep(TrainingRun run) {
    return new TrainingListener() {
      @Override
      public void step(RunState state, double progress) {
        if (state.step() == STEPS) {
          for (Tensor weights : run.network().parameters().byName().values()) {
            weights.detach().mul_(new Scalar(1e30));
          }
        }
      }
    };
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  @Test
  void toGoBackItNeedsAFolder() {
    assertThrows(
        ButcherblockException.class, () -> setup(1).onDivergence(OnDivergence.RETRY).open());
  }

  private TrainingSetup retrying(double rate) {
    return setup(rate).folder(folder).onDivergence(OnDivergence.RETRY);
  }

  private static TrainingSetup setup(double rate) {
    TrainingOptions options =
        Preset.SHORT
            .options()
            .withPatch(8)
            .withBatch(4)
            .withLogEvery(1)
            .withBudget(new Budget.Steps(STEPS))
            .withSchedule(new Schedule.Halving(1000));
    return TrainingRun.of(Catalogue.onClassPath().network("oisr-lf-s").withSize(1, 4), 2)
        .images(images(WITHOUT_VALIDATION))
        .options(options.withAdam(options.adam().withLearningRate(rate)))
        .device(DeviceChoice.CPU);
  }

  private static TrainingImages images(int count) {
    List<ImagePair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] samples = new byte[3 * 40 * 40];
      new Random(i).nextBytes(samples);
      pairs.add(ImagePair.of("image" + i, Image.of(40, 40, 3, samples), 2));
    }
    return TrainingImages.heldOut(pairs, 2);
  }
}
