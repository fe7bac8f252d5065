package io.butcherblock.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.Json;
import io.butcherblock.train.BestSoFar;
import io.butcherblock.train.LevelStart;
import io.butcherblock.train.LogInterval;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The files of a run's folder, read as a resumed run reads them. */
public final class FuzzedRun {

  private FuzzedRun() {}

  /** Reads {@code run.json}, and what is compared with a run that continues it. */
  public static void readDescription(Path folder) {
    RunDescription before = RunDescription.read(folder);
    Map<String, Object> unused = before.record(0);
    RunDescription now =
        new RunDescription(
            Map.of("network", "oisr-lf-s", "scale", "2"),
            Map.of("patch", "48", "batch", "16", "seed", "1", TrainingOptions.DEGRADATION, "clean"),
            Map.of(),
            Map.of("training", "2 images, 0a1b"),
            Map.of());
    RunDescription same = now.after(before, folder, List.of());
    if (!same.training().equals(now.training())) {
      throw new AssertionError("A run goes on with other options.");
    }
  }

  /**
   * Reads the record of a state; a damaged one is told by {@link Damaged}.
   *
   * @param step that the folder is named after
   */
  public static void readState(Path folder, long step) throws Damaged {
    try {
      StateRecord record = StateRecord.read(folder, step);
      if (!StateJson.read(StateJson.of(record.state())).equals(record.state())) {
        throw new AssertionError("Written otherwise: " + record.state());
      }
    } catch (DamagedStateException e) {
      throw new Damaged(e);
    }
  }

  /** A record around what it says, with a digest that is right. */
  public static byte[] signed(JsonNode state) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.set("state", state);
    root.put("digest", new ContentDigest().add(Json.line(state)).hex());
    return Json.lines(root).getBytes(StandardCharsets.UTF_8);
  }

  /** The state at a step, as a seed. */
  public static JsonNode state(long step) {
    RunState state =
        new RunState(
            step,
            12.5,
            new BestSoFar(30.25, 4.5),
            1,
            /* validationDue= */ true,
            LogInterval.EMPTY,
            LevelStart.FIRST);
    ObjectNode node = StateJson.of(state);
    node.put("log_bytes", 100);
    node.putObject("files").put(StateRecord.FILE, new ContentDigest().hex());
    return node;
  }

  /** A state that is damaged, which becomes a clause of a sentence. */
  public static final class Damaged extends Exception {
    private static final long serialVersionUID = 1L;

    Damaged(DamagedStateException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
