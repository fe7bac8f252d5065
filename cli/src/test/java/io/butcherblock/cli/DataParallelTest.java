package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.files.RunLog;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.run.RunFolder;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.weights.Weights;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that train one network, through {@code launch}, against one process. */
class DataParallelTest {

  private static final double SAME = 1e-5;

  @TempDir private static Path folder;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() throws IOException {
    Files.createDirectories(images());
    for (int i = 0; i < 12; i++) {
      ImageFiles.write(SyntheticImages.generate(i, 48, 48), images().resolve("image" + i + ".png"));
    }
  }

  private static Path images() {
    return folder.resolve("images");
  }

  /** With several threads, gradients are summed behind the backward pass. */
  @Test
  void parametersAreThoseOfOneProcess() throws Exception {
    Path one = trained("one", 10);
    Path several = out.resolve("several");
    Process launch = launch(2, several, 10, "--threads", "2");
    assertEquals(0, MainProcess.ended(launch), errors());
    assertSameWeights(one, several);
  }

  /** As machines of a cluster may have: one sums gradients as the other does. */
  @Test
  void eachProcessMayHaveItsOwnNumberOfThreads() throws Exception {
    Path one = trained("one", 10);
    Path several = out.resolve("several");
    String port = freePort();
    Process first = rank("0", port, train(several, 10, "--threads", "1"));
    Process second = rank("1", port, train(several, 10, "--threads", "2"));
    assertEquals(0, MainProcess.ended(first), Files.readString(out.resolve("output0")));
    assertEquals(0, MainProcess.ended(second), Files.readString(out.resolve("output1")));
    assertSameWeights(one, several);
  }

  /**
   * With one thread, gradients are summed during the backward pass. Of a batch of 10, three
   * processes have unequal shares.
   */
  @Test
  void afterARankIsKilledTheRunGoesOnWithAnotherNumberOfThem() throws Exception {
    Path run = out.resolve("run");
    // As whoever restarts it by the same command begins it.
    Process launch = launch(2, run, 1_000_000, "--resume", "--threads", "1");
    awaitSteps(run, 8);
    ProcessHandle rank1 = launch.children().max(ProcessHandle::compareTo).orElseThrow();
    assertTrue(rank1.destroyForcibly());
    long began = System.nanoTime();
    assertEquals(137, MainProcess.ended(launch), errors());
    double seconds = (System.nanoTime() - began) / 1e9;
    assertTrue(seconds < 60, () -> "The others took " + seconds + " s to end.");
    assertTrue(
        errors().contains("Rank 1 of 2 ended with exit code 137, killed by signal 9"), errors());
    assertTrue(errors().contains("butcherblock: Rank 1 of 2 was lost"), errors());

    int steps = (int) lastStep(run) + 10;
    assertEquals(
        0, MainProcess.ended(launch(3, run, steps, "--resume", "--threads", "1")), errors());
    Path one = trained("uninterrupted", steps);
    assertSameWeights(one, run);
    Map<Long, Double> expected = losses(one);
    assertEquals(steps, expected.size());
    Map<Long, Double> joined = losses(run);
    assertEquals(expected.keySet(), joined.keySet());
    expected.forEach((step, loss) -> assertEquals(loss, joined.get(step), 1e-3, "step " + step));
  }

  /** As by the system where memory is short; it can tell nobody. */
  @Test
  void whereLaunchIsKilledItsProcessesSaveAndEnd() throws Exception {
    Path run = out.resolve("run");
    Process launch = launch(2, run, 1_000_000, "--threads", "1");
    awaitSteps(run, 3);
    List<ProcessHandle> ranks = launch.children().toList();
    assertEquals(2, ranks.size());
    assertEquals(137, MainProcess.ended(launch.destroyForcibly()));
    try {
      for (ProcessHandle rank : ranks) {
        rank.onExit().get(60, TimeUnit.SECONDS);
      }
    } finally {
      ranks.forEach(ProcessHandle::destroyForcibly);
    }
    assertTrue(errors().contains("Stopped at step"), errors());
  }

  /** A cluster asks one machine to stop: no process may say that the run is done. */
  @Test
  void whereOneProcessIsAskedToStopNoneEndsAsIfTheRunWereDone() throws Exception {
    Path run = out.resolve("run");
    String port = freePort();
    Process first = rank("0", port, train(run, 1_000_000, "--threads", "1"));
    Process second = rank("1", port, train(run, 1_000_000, "--threads", "1"));
    awaitSteps(run, 3);
    second.destroy();
    assertEquals(143, MainProcess.ended(second), Files.readString(out.resolve("output1")));
    String output = Files.readString(out.resolve("output0"));
    assertEquals(143, MainProcess.ended(first), output);
    assertTrue(Files.readString(out.resolve("output0")).contains("Stopped at step"), output);
  }

  /** The rate falls with the epoch and not with the end of the run, which differs here. */
  private static List<String> train(Path run, int steps, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("train", "oisr-lf-s", "--scale", "2", "--blocks", "1"));
    arguments.addAll(List.of("--channels", "4", "--patch", "12", "--batch", "10"));
    arguments.addAll(List.of("--schedule", "halving", "--log-every", "1"));
    arguments.addAll(List.of("--validate-every", "5"));
    arguments.addAll(List.of("--data", images().toString(), "--out", run.toString()));
    arguments.addAll(List.of("--steps", String.valueOf(steps)));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private Path trained(String name, int steps) {
    Path run = out.resolve(name);
    CommandLineRun train =
        CommandLineRun.of(train(run, steps, "--threads", "1").toArray(new String[0]));
    assertEquals(0, train.code(), train.err());
    return run;
  }

  private Process launch(int processes, Path run, int steps, String... more) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("launch", "--processes", String.valueOf(processes)));
    arguments.addAll(train(run, steps, more));
    return MainProcess.start(out.resolve("output"), Map.of(), arguments);
  }

  private Process rank(String rank, String port, List<String> arguments) throws IOException {
    Map<String, String> variables =
        Map.of("RANK", rank, "WORLD_SIZE", "2", "MASTER_ADDR", "127.0.0.1", "MASTER_PORT", port);
    return MainProcess.start(out.resolve("output" + rank), variables, arguments);
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }

  private String errors() throws IOException {
    return Files.readString(out.resolve("output"));
  }

  private static void awaitSteps(Path run, long steps) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MainProcess.PATIENCE);
    while (!Files.exists(new RunFolder(run).log()) || lastStep(run) < steps) {
      assertTrue(System.nanoTime() < end, "The run does not begin.");
      Thread.sleep(5);
    }
  }

  private static long lastStep(Path run) {
    return losses(run).keySet().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static Map<Long, Double> losses(Path run) {
    Map<Long, Double> losses = new TreeMap<>();
    for (JsonNode line : RunLog.read(new RunFolder(run).log())) {
      if (line.has("loss") && line.path("loss").isNumber()) {
        losses.put(line.path("step").asLong(), line.path("loss").asDouble());
      }
    }
    return losses;
  }

  private static void assertSameWeights(Path expected, Path actual) {
    List<float[]> theirs = weights(expected);
    List<float[]> ours = weights(actual);
    assertEquals(theirs.size(), ours.size());
    for (int i = 0; i < theirs.size(); i++) {
      for (int j = 0; j < theirs.get(i).length; j++) {
        assertEquals(theirs.get(i)[j], ours.get(i)[j], SAME);
      }
    }
  }

  private static List<float[]> weights(Path run) {
    NetworkSpec spec = Catalogue.onClassPath().networks().get("oisr-lf-s").withSize(1, 4);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
      Weights.load(run.resolve("weights.safetensors"), network.parameters(), "oisr-lf-s");
      return network.parameters().byName().values().stream().map(Tensors::toArray).toList();
    }
  }
}
