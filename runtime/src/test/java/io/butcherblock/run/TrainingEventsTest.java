package io.butcherblock.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.TrainingRun;
import io.butcherblock.TrainingSetup;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.RunLog;
import io.butcherblock.image.TestImages;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.tensorboard.EventFile;
import io.butcherblock.tensorboard.EventReader;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.BestSoFar;
import io.butcherblock.train.Budget;
import io.butcherblock.train.RunState;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.StepReport;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.train.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.framework.Summary;

/** Runs of twelve steps, each of them logged, that are validated every fourth. */
class TrainingEventsTest {

  private static final int SCALE = 2;

  @TempDir private Path folder;

  private TrainingSetup setup(int validateEvery) {
    ImagePair pair = ImagePair.of("a", TestImages.smooth(48, 48, 1), SCALE);
    ImagePair large = ImagePair.of("b", TestImages.smooth(300, 280, 2), SCALE);
    Validation validation = Validation.of(List.of(large), SCALE);
    TrainingOptions options =
        new TrainingOptions(
            8,
            2,
            new Budget.Steps(12),
            AdamSettings.PAPER,
            new Schedule.Cosine(2),
            1,
            1,
            validateEvery);
    return TrainingRun.of(EulerForTests.network(1, 4), SCALE)
        .options(options)
        .images(new TrainingImages(List.of(pair), validation))
        .folder(folder)
        .device(DeviceChoice.CPU);
  }

  private void runUntil(TrainingSetup setup, long failing) {
    try (TrainingRun run = setup.open()) {
      run.train(
          new TrainingListener() {
            @Override
            public void steps(StepReport report) {
              if (report.state().step() == failing) {
                throw new IllegalStateException("killed");
              }
            }
          },
          () -> false);
    }
  }

  private void assertEventsAreTheLog() throws IOException {
    Map<String, NavigableMap<Long, Summary.Value>> values = EventReader.run(folder);
    Map<String, String> tags =
        Map.of(
            "loss", "train/loss",
            "learning_rate", "train/learning_rate",
            "patches_per_second", "train/patches_per_second",
            "validation_psnr", "validation/psnr",
            "validation_ssim", "validation/ssim");
    tags.forEach(
        (field, tag) -> {
          Map<Long, Float> expected = new TreeMap<>();
          for (JsonNode line : RunLog.read(new RunFolder(folder).log())) {
            if (line.path(field).isNumber()) {
              expected.put(line.path("step").asLong(), (float) line.path(field).asDouble());
            }
          }
          Map<Long, Float> read = new TreeMap<>();
          values.get(tag).forEach((step, value) -> read.put(step, value.getSimpleValue()));
          assertTrue(expected.size() >= 3, expected::toString);
          assertEquals(expected, read, tag);
        });
  }

  @Test
  void eventsSayWhatTheLogSays() throws IOException {
    runUntil(setup(4), -1);
    assertEventsAreTheLog();
    Map<String, NavigableMap<Long, Summary.Value>> values = EventReader.run(folder);
    String recipe = values.get("recipe").get(0L).getTensor().getStringVal(0).toStringUtf8();
    assertTrue(recipe.contains("| batch | 2 |"), recipe);
    Summary.Image image = values.get("validation/enlarged").get(12L).getImage();
    assertEquals(List.of(256, 256), List.of(image.getWidth(), image.getHeight()));
  }

  /** The steps behind the state are made, and told, a second time. */
  @Test
  void aResumedRunGoesOnFromTheStateThatWasSaved() throws IOException {
    assertThrows(IllegalStateException.class, () -> runUntil(setup(4), 7));
    Path first = EventFile.list(folder).get(0);
    byte[] whole = Files.readAllBytes(first);
    // The kill came in the middle of a record.
    Files.write(first, Arrays.copyOf(whole, whole.length - 3));
    runUntil(setup(4).resume(true), -1);
    assertEquals(2, EventFile.list(folder).size());
    assertEventsAreTheLog();
    assertEquals(12, EventReader.run(folder).get("train/loss").size());
  }

  @Test
  void imagesAreFewHoweverOftenARunIsValidated() throws IOException {
    ImagePair pair = ImagePair.of("a", TestImages.smooth(48, 48, 1), SCALE);
    TrainingOptions options =
        new TrainingOptions(
            8, 1, new Budget.Steps(60), AdamSettings.PAPER, new Schedule.Cosine(2), 1, 60, 1);
    try (TrainingRun run =
        setup(1)
            .options(options)
            .images(new TrainingImages(List.of(pair), Validation.of(List.of(pair), SCALE)))
            .open()) {
      run.train();
    }
    Map<String, NavigableMap<Long, Summary.Value>> values = EventReader.run(folder);
    assertEquals(60, values.get("validation/psnr").size());
    assertTrue(values.get("validation/enlarged").size() <= 21);
    assertTrue(values.get("validation/enlarged").size() > 15);
  }

  /** TensorBoard forgets those behind the state. */
  @Test
  void aRunThatHasGoneBackShowsItsImagesAnew() throws IOException {
    try (TrainingEvents events = new TrainingEvents(folder, Map.of(), 1)) {
      for (long step : List.of(2L, 8L)) {
        validated(events, step);
      }
      events.wentBack(null, state(2));
      validated(events, 5);
    }
    assertEquals(Set.of(2L, 5L), EventReader.run(folder).get("validation/enlarged").keySet());
  }

  private static void validated(TrainingEvents events, long step) {
    events.step(state(step), step / 10.0);
    events.enlarged(TestImages.smooth(16, 16, 1));
    events.validated(state(step), new PsnrSsim(30, 0.9), true);
  }

  @Test
  void aNewRunInAFolderRemovesTheEventsOfTheOneThatSavedNothing() throws IOException {
    assertThrows(IllegalStateException.class, () -> runUntil(setup(4), 2));
    Path others = Files.writeString(folder.resolve("events.out.tfevents.1234567890.host"), "");
    runUntil(setup(4), -1);
    assertEquals(1, EventFile.list(folder).size());
    assertTrue(Files.exists(others));
    assertEventsAreTheLog();
  }

  /** An interrupt closes the file that is written to: from then on writing fails. */
  @Test
  void aFileThatCannotBeWrittenAnyMoreIsToldOnceAndLeftAlone() throws IOException {
    List<String> told = new ArrayList<>();
    TrainingListener beside =
        new TrainingListener() {
          @Override
          public void continuesWithout(String what, ButcherblockException failure) {
            told.add(what + ": " + failure.getMessage());
          }
        };
    try (TrainingEvents events = new TrainingEvents(folder, Map.of(), 1)) {
      TrainingListener listener = events.before(beside);
      listener.steps(report(1));
      Thread.currentThread().interrupt();
      listener.steps(report(2));
      assertTrue(Thread.interrupted());
      listener.steps(report(3));
      listener.save(RunState.START);
    }
    assertEquals(1, told.size(), told::toString);
    assertTrue(
        told.get(0).startsWith("the event file for TensorBoard: Cannot write "), told.get(0));
    assertEquals(1, EventFile.list(folder).size());
    assertEquals(Set.of(1L), EventReader.run(folder).get("train/loss").keySet());
  }

  private static StepReport report(long step) {
    return new StepReport(state(step), 0.1, 1, 1e-4, 1, 0, 1);
  }

  private static RunState state(long step) {
    return new RunState(
        step,
        1,
        new BestSoFar(Double.NEGATIVE_INFINITY, 1),
        0,
        false,
        RunState.START.unlogged(),
        RunState.START.levelStart());
  }

  @Test
  void noneAreWrittenIfNotWanted() throws IOException {
    runUntil(setup(4).tensorBoard(false), -1);
    assertEquals(List.of(), EventFile.list(folder));
  }
}
