package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.TestImages;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.run.ImagesDigest;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that train together, as threads of one. */
class TrainingTogetherTest {

  private static final int SCALE = 2;
  private static final int PATIENCE = 120;
  private static final NetworkSpec NETWORK = EulerForTests.network(1, 4);

  @TempDir private Path folder;

  /** What the work of each gives, who has the number and the group. */
  private static <T> List<T> inBoth(BiFunction<Integer, Map<String, String>, T> work)
      throws Exception {
    String port = freePort();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        int rank = i;
        Map<String, String> variables =
            Map.of(
                "RANK",
                String.valueOf(rank),
                "WORLD_SIZE",
                "2",
                "MASTER_ADDR",
                "127.0.0.1",
                "MASTER_PORT",
                port);
        running.add(threads.submit(() -> work.apply(rank, variables)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : running) {
        results.add(result.get(PATIENCE, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  private static TrainingSetup setup(ProcessGroup group) {
    ImagePair pair = ImagePair.of("a", TestImages.smooth(48, 48, 1), SCALE);
    return TrainingRun.of(NETWORK, SCALE)
        .options(options())
        .images(TrainingImages.heldOut(List.of(pair), SCALE))
        .device(DeviceChoice.CPU)
        .processes(group);
  }

  private static TrainingOptions options() {
    return Preset.SHORT
        .options()
        .withPatch(8)
        .withBatch(4)
        .withLogEvery(1)
        .withBudget(new Budget.Steps(6));
  }

  @Test
  void linesOfTheLogAreAsFarApart() throws Exception {
    assertToldToRankOne(
        "steps between lines of the log 5",
        "steps between lines of the log 1",
        setup -> setup.options(options().withLogEvery(5)).open());
  }

  @Test
  void validationsAreAsFarApart() throws Exception {
    assertToldToRankOne(
        "steps between validations 3",
        "steps between validations 0",
        setup -> setup.options(options().withValidateEvery(3)).open());
  }

  @Test
  void bothGoBackOrStop() throws Exception {
    assertToldToRankOne(
        "on divergence retry",
        "on divergence stop",
        setup -> setup.onDivergence(OnDivergence.RETRY).folder(folder).open());
  }

  /** Tensors of the one would travel by Gloo, and of the other by NCCL. */
  @Test
  void bothTrainOnAGpuOrNone() throws Exception {
    assertToldToRankOne(
        "a GPU",
        "the CPU",
        setup -> {
          try (Device gpu = new Device("cuda")) {
            return setup.open(gpu);
          }
        });
  }

  /** They have the same names; patches would be taken from other places. */
  @Test
  void imagesAreAsLarge() throws Exception {
    List<ImagePair> larger = List.of(ImagePair.of("a", TestImages.smooth(56, 48, 1), SCALE));
    List<ImagePair> images = List.of(ImagePair.of("a", TestImages.smooth(48, 48, 1), SCALE));
    assertToldToRankOne(
        "images of these names, " + ImagesDigest.ofTraining(larger),
        "images of these names, " + ImagesDigest.ofTraining(images),
        setup -> setup.images(TrainingImages.heldOut(larger, SCALE)).open());
  }

  private static void assertToldToRankOne(
      String own, String ofRankZero, Function<TrainingSetup, TrainingRun> opening)
      throws Exception {
    List<String> ends =
        inBoth(
            (rank, variables) ->
                assertThrows(
                        ButcherblockException.class,
                        () ->
                            RankGroup.run(
                                variables,
                                group -> {
                                  TrainingSetup setup = setup(group);
                                  try (TrainingRun run =
                                      rank == 0 ? setup.open() : opening.apply(setup)) {
                                    run.train();
                                  }
                                }))
                    .getMessage());
    String told =
        "Rank 1 has '%s', but rank 0 has '%s': give all processes the same settings and the same images."
            .formatted(own, ofRankZero);
    assertEquals(List.of("Rank 1 of 2 failed: " + told, told), ends);
  }

  /** They are in the state that was saved; the file may be gone. */
  @Test
  void whereARunIsResumedNobodyReadsItsFirstWeights() throws Exception {
    Path weights = folder.resolve("first.safetensors");
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(NETWORK, SCALE, 7, cpu)) {
      Weights.save(weights, network.parameters(), WeightsInfo.of(network).toMap());
    }
    assertEquals(List.of(2L, 2L), stepsOfRuns(weights, 2));
    Files.delete(weights);
    assertEquals(List.of(4L, 4L), stepsOfRuns(weights, 4));
  }

  private List<Long> stepsOfRuns(Path weights, int steps) throws Exception {
    return inBoth(
        (rank, variables) -> {
          long[] done = new long[1];
          RankGroup.run(
              variables,
              group -> {
                try (TrainingRun run =
                    setup(group)
                        .options(options().withBudget(new Budget.Steps(steps)))
                        .folder(folder.resolve("run"))
                        .resume(true)
                        .startFrom(weights)
                        .open()) {
                  done[0] = run.train().step();
                }
              });
          return done[0];
        });
  }
}
