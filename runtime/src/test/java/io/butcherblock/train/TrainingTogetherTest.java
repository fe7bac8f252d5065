package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.TestImages;
import io.butcherblock.nn.EulerForTests;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two processes that train together must have alike, or they would wait for each other. */
class TrainingTogetherTest {

  private static final int SCALE = 2;
  private static final int PATIENCE = 120;

  @TempDir private Path folder;

  @Test
  void linesOfTheLogAreAsFarApart() throws Exception {
    assertDiffers(
        "steps between lines of the log 5",
        "steps between lines of the log 1",
        setup -> setup.options(options().withLogEvery(5)).open());
  }

  @Test
  void validationsAreAsFarApart() throws Exception {
    assertDiffers(
        "steps between validations 3",
        "steps between validations 0",
        setup -> setup.options(options().withValidateEvery(3)).open());
  }

  @Test
  void bothGoBackOrStop() throws Exception {
    assertDiffers(
        "on divergence retry",
        "on divergence stop",
        setup -> setup.onDivergence(OnDivergence.RETRY).folder(folder).open());
  }

  /** Tensors of the one would travel by Gloo, and of the other by NCCL. */
  @Test
  void bothTrainOnAGpuOrNone() throws Exception {
    assertDiffers(
        "a GPU",
        "the CPU",
        setup -> {
          try (Device gpu = new Device("cuda")) {
            return setup.open(gpu);
          }
        });
  }

  private static void assertDiffers(
      String other, String first, Function<TrainingSetup, TrainingRun> opening) throws Exception {
    String port = freePort();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<String> firstEnd = threads.submit(() -> end("0", port, TrainingSetup::open));
      Future<String> otherEnd = threads.submit(() -> end("1", port, opening));
      String told =
          "Rank 1 has '%s', but rank 0 has '%s': give all processes the same settings and the same images."
              .formatted(other, first);
      assertEquals(told, otherEnd.get(PATIENCE, TimeUnit.SECONDS));
      assertEquals("Rank 1 of 2 failed: " + told, firstEnd.get(PATIENCE, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }

  private static String end(
      String rank, String port, Function<TrainingSetup, TrainingRun> opening) {
    Map<String, String> variables =
        Map.of("RANK", rank, "WORLD_SIZE", "2", "MASTER_ADDR", "127.0.0.1", "MASTER_PORT", port);
    return assertThrows(
            ButcherblockException.class,
            () ->
                RankGroup.run(
                    variables,
                    group -> {
                      ImagePair pair = ImagePair.of("a", TestImages.smooth(48, 48, 1), SCALE);
                      TrainingSetup setup =
                          TrainingRun.of(EulerForTests.network(1, 4), SCALE)
                              .options(options())
                              .images(TrainingImages.heldOut(List.of(pair), SCALE))
                              .device(DeviceChoice.CPU)
                              .processes(group);
                      try (TrainingRun run = opening.apply(setup)) {
                        run.train();
                      }
                    }))
        .getMessage();
  }

  private static TrainingOptions options() {
    return Preset.SHORT
        .options()
        .withPatch(8)
        .withBatch(4)
        .withLogEvery(1)
        .withBudget(new Budget.Steps(6));
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
