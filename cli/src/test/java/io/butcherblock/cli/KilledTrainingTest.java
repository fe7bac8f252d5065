package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.RunLog;
import io.butcherblock.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training that is killed at random moments, a third of them aimed at a save, and resumed until it
 * is done, ends with the bits of a run that was left alone: weights, best weights, Adam's moments
 * and log. With {@code -Dkills=200} so many kills, in several runs one after the other; with {@code
 * -Dkills.seed} at other moments.
 */
class KilledTrainingTest {

  private static final int KILLS = Integer.getInteger("kills", 3);
  private static final long SEED = Long.getLong("kills.seed", 1);
  private static final int STEPS = 60;
  private static final int IMAGES = 12;

  /** In turn, a kill comes while the process starts, while it trains, and in a save. */
  private static final int MOMENTS = 3;

  /** In milliseconds, the latest moment after the start, a line of the log, or that of a save. */
  private static final int WHILE_STARTING = 1500;

  private static final int WHILE_TRAINING = 300;
  private static final int WHILE_SAVING = 6;

  /** What depends on the clock and on the machine. */
  private static final List<String> CLOCK =
      List.of("seconds", "patches_per_second", "wait_seconds", "memory_bytes");

  private final Random random = new Random(SEED);
  private int kills;
  private int overSaves;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeImages() {
    SyntheticFolder.write(folder.resolve("images"), IMAGES, 48, 48);
  }

  @Test
  void aRunThatIsKilledAndResumedEndsWithTheSameBits() throws Exception {
    Path unbroken = folder.resolve("unbroken");
    CommandLineRun alone = CommandLineRun.of(command(unbroken));
    assertEquals(0, alone.code(), alone.err());
    int runs = 0;
    while (kills < KILLS) {
      Path killed = folder.resolve("killed" + runs++);
      while (!endsBeforeItIsKilled(killed)) {
        kills++;
        overSaves += isInSave(killed) ? 1 : 0;
      }
      assertSame(unbroken, killed);
    }
    System.out.printf(
        "%s kills in %s runs, %s of them in the middle of a save: the same bits as unbroken.%n",
        kills, runs, overSaves);
  }

  private Process train(Path run) throws IOException {
    return MainProcess.start(
        folder.resolve("output.txt"), Map.of("OMP_NUM_THREADS", "1"), List.of(command(run)));
  }

  /** Of three levels, whose networks have 1, 2 and 4 blocks. */
  private static String[] command(Path run) {
    String command =
        "train oisr-lf-s --scale 2 --blocks 4 --levels 3 --channels 4 --patch 8 --batch 2"
            + " --device cpu --threads 1 --steps "
            + STEPS
            + " --validate-every 4 --log-every 3 --resume --data "
            + folder.resolve("images")
            + " --out "
            + run;
    return command.split(" ", -1);
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("output.txt"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Trains, and kills that unless it ends first or there have been enough kills. */
  private boolean endsBeforeItIsKilled(Path run) throws Exception {
    long before = logBytes(run);
    Process process = train(run);
    if (kills >= KILLS) {
      assertEquals(0, MainProcess.ended(process), this::output);
      return true;
    }
    int moment = kills % MOMENTS;
    if (moment == 0) {
      process.waitFor(random.nextInt(WHILE_STARTING), TimeUnit.MILLISECONDS);
    } else {
      while (process.isAlive() && logBytes(run) == before) {
        Thread.sleep(2);
      }
      process.waitFor(random.nextInt(WHILE_TRAINING), TimeUnit.MILLISECONDS);
    }
    if (moment == MOMENTS - 1) {
      while (process.isAlive() && !isInSave(run)) {
        Thread.onSpinWait();
      }
      process.waitFor(random.nextInt(WHILE_SAVING), TimeUnit.MILLISECONDS);
    }
    if (process.isAlive()) {
      // SIGKILL, where there are signals.
      process.destroyForcibly().waitFor();
      return false;
    }
    assertEquals(0, process.exitValue(), this::output);
    return true;
  }

  private static long logBytes(Path run) throws IOException {
    Path log = new RunFolder(run).log();
    return Files.exists(log) ? Files.size(log) : 0;
  }

  private static boolean isInSave(Path run) throws IOException {
    return names(run).stream().anyMatch(name -> name.endsWith(".part") || name.endsWith(".old"));
  }

  private static List<String> names(Path run) throws IOException {
    if (!Files.exists(run)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(run)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Each start of a run has an event file of its own. */
  private static List<String> withoutEvents(Path run) throws IOException {
    return names(run).stream().filter(name -> !name.startsWith("events.out.tfevents.")).toList();
  }

  private static void assertSame(Path expected, Path actual) throws IOException {
    assertEquals(withoutEvents(expected), withoutEvents(actual));
    for (String file :
        List.of(
            "weights.safetensors",
            "best.safetensors",
            "state-%s/weights.safetensors".formatted(STEPS),
            "state-%s/best.safetensors".formatted(STEPS),
            "state-%s/adam.safetensors".formatted(STEPS))) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(file)),
          Files.readAllBytes(actual.resolve(file)),
          file);
    }
    List<String> log = log(expected);
    assertTrue(log.size() > STEPS / 4, "a log: " + log);
    assertEquals(log, log(actual));
  }

  private static List<String> log(Path run) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : RunLog.read(new RunFolder(run).log())) {
      lines.add(((ObjectNode) line).remove(CLOCK).toString());
    }
    return lines;
  }
}
