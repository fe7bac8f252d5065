package io.butcherblock.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import io.butcherblock.files.RunLog;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.TestImages;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Schedule;
import io.butcherblock.train.Trainer;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.train.TrainingStep;
import io.butcherblock.train.Validation;
import io.butcherblock.train.ValidationRound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of twelve steps that are validated every fourth, and logged every fifth. */
class RunWriterTest {

  private static final int SCALE = 2;
  private static final List<String> CLOCK =
      List.of("seconds", "patches_per_second", "wait_seconds", "memory_bytes");

  private final List<ImagePair> pairs = List.of(pair("a", 1), pair("b", 2));

  @TempDir private Path folder;

  /** The PSNR of each validation: highest in the middle, so that the best is not the last. */
  private List<Double> psnrs = List.of(30.0, 31.0, 30.0);

  private int statesKept = 2;

  private static ImagePair pair(String name, int seed) {
    return ImagePair.of(name, TestImages.smooth(48, 48, seed), SCALE);
  }

  private ValidationRound validation(SuperResolutionNetwork of) {
    Iterator<Double> next = psnrs.iterator();
    assertEquals(SCALE, of.scale());
    return stop ->
        stop.getAsBoolean() ? Optional.empty() : Optional.of(new PsnrSsim(next.next(), 0.9));
  }

  private List<float[]> run(Path out, boolean resume, BooleanSupplier stop) {
    return run(out, resume, stop, pairs);
  }

  private List<float[]> run(
      Path out, boolean resume, BooleanSupplier stop, List<ImagePair> images) {
    TrainingOptions options =
        new TrainingOptions(
            8, 2, new Budget.Steps(12), AdamSettings.PAPER, new Schedule.Cosine(2), 1, 5, 4);
    RunSettings settings =
        new RunSettings(
            options,
            Map.of(),
            new TrainingImages(images, new Validation(List.of(), List.of(), SCALE)),
            Map.of(),
            statesKept);
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(EulerForTests.network(1, 4), SCALE, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(network, options.adam());
        RunWriter run =
            resume ? RunWriter.resume(out, step, settings) : RunWriter.begin(out, step, settings)) {
      new Trainer(step, options)
          .run(run.start(), images, Optional.of(validation(network)), stop, run);
      return network.parameters().byName().values().stream().map(Tensors::toArray).toList();
    }
  }

  private static BooleanSupplier after(int times) {
    int[] asked = {0};
    return () -> asked[0]++ >= times;
  }

  private static List<String> log(Path run) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : RunLog.read(new RunFolder(run).log())) {
      lines.add(((ObjectNode) line).remove(CLOCK).toString());
    }
    return lines;
  }

  /** The means of losses too, when a stop came in the middle of an interval of the log. */
  @Test
  void theLogOfAResumedRunIsThatOfOneThatWasNotStopped() throws IOException {
    Path straight = folder.resolve("straight");
    run(straight, false, () -> false);
    List<String> expected = log(straight);
    assertEquals(1 + 5 + 3, expected.size(), expected::toString);
    Path stopped = folder.resolve("stopped");
    run(stopped, false, after(8));
    assertTrue(log(stopped).size() < expected.size());
    // Behind step 8, whose validation the stop cut short, and with three steps not yet logged.
    JsonNode state = Json.read(stopped.resolve("state-7/run-state.json")).path("state");
    assertEquals(2, state.at("/unlogged/steps").asInt(), state::toString);
    run(stopped, true, () -> false);
    assertEquals(expected.get(2), log(stopped).get(2));
    assertEquals(
        expected.stream().filter(line -> line.contains("\"loss\"")).toList(),
        log(stopped).stream().filter(line -> line.contains("\"loss\"")).toList());
  }

  @Test
  void aValidationThatAStopCutsShortIsMadeWhenTheRunIsResumed() throws IOException {
    int[] asked = {0};
    // Before the first step, and after each; then by the validation.
    run(folder, false, () -> asked[0]++ > 4);
    JsonNode state = Json.read(folder.resolve("state-4/run-state.json")).path("state");
    assertTrue(state.path("validation_due").asBoolean(), state::toString);
    assertFalse(log(folder).toString().contains("validation_psnr"));
    run(folder, true, () -> false);
    assertEquals(3, log(folder).stream().filter(line -> line.contains("validation_psnr")).count());
  }

  /** Weights and best weights are those of the state, whatever came between. */
  @Test
  void theWeightsFollowTheStateThatIsLoaded() throws IOException {
    run(folder, false, () -> false);
    Path newest = folder.resolve("state-12");
    byte[] best = Files.readAllBytes(newest.resolve("best.safetensors"));
    assertArrayEquals(best, Files.readAllBytes(folder.resolve("best.safetensors")));
    assertArrayEquals(
        best, Files.readAllBytes(folder.resolve("state-8/weights.safetensors")), "of step 8");
    Files.delete(folder.resolve("weights.safetensors"));
    Files.writeString(folder.resolve("best.safetensors"), "damaged");
    run(folder, true, () -> false);
    assertArrayEquals(best, Files.readAllBytes(folder.resolve("best.safetensors")));
    assertArrayEquals(
        Files.readAllBytes(newest.resolve("weights.safetensors")),
        Files.readAllBytes(folder.resolve("weights.safetensors")));
  }

  @Test
  void theBestWeightsAreThoseOfTheHighestPsnr() throws IOException {
    psnrs = List.of(20.0, 18.0, 19.0);
    statesKept = 3;
    run(folder, false, () -> false);
    byte[] best = Files.readAllBytes(folder.resolve("best.safetensors"));
    assertArrayEquals(best, Files.readAllBytes(folder.resolve("state-4/weights.safetensors")));
    assertFalse(Arrays.equals(best, Files.readAllBytes(folder.resolve("weights.safetensors"))));
  }

  @Test
  void beforeTheFirstValidationThereAreNoBestWeights() throws IOException {
    statesKept = 3;
    run(folder, false, after(2));
    run(folder, true, after(4));
    assertTrue(Files.exists(folder.resolve("best.safetensors")));
    Files.delete(folder.resolve("state-4/adam.safetensors"));
    Files.delete(folder.resolve("state-5/adam.safetensors"));
    run(folder, true, after(0));
    assertFalse(Files.exists(folder.resolve("best.safetensors")), "of a step not yet made");
  }

  @Test
  void fromTheStateBeforeADamagedOneTheSameRunContinues() throws IOException {
    List<float[]> straight = run(folder, false, () -> false);
    List<String> expected = log(folder);
    Files.delete(folder.resolve("state-12/adam.safetensors"));
    List<float[]> again = run(folder, true, () -> false);
    for (int i = 0; i < straight.size(); i++) {
      assertArrayEquals(straight.get(i), again.get(i));
    }
    assertEquals(expected.get(4), log(folder).get(4));
    assertEquals(expected.size(), log(folder).size());
  }

  /** States without {@code run.json} could not be resumed. */
  @Test
  void aRunWhoseFolderIsMovedEndsAndMakesNoOther() {
    Path moved = folder.resolve("moved");
    Path run = folder.resolve("run");
    int[] asked = {0};
    BooleanSupplier moving =
        () -> {
          if (asked[0]++ == 2) {
            assertDoesNotThrow(() -> Files.move(run, moved));
          }
          return false;
        };
    String message =
        assertThrows(ButcherblockException.class, () -> run(run, false, moving)).getMessage();
    assertTrue(message.startsWith(run.resolve("run.json") + " is no longer there: "), message);
    assertFalse(Files.exists(run));
  }

  @Test
  void aRunThatIsRefusedChangesNothing() throws IOException {
    run(folder, false, () -> false);
    byte[] log = Files.readAllBytes(new RunFolder(folder).log());
    byte[] run = Files.readAllBytes(folder.resolve("run.json"));
    for (Path state : List.of(folder.resolve("state-8"), folder.resolve("state-12"))) {
      Files.writeString(state.resolve("run-state.json"), "{}");
    }
    assertThrows(ButcherblockException.class, () -> run(folder, true, () -> false));
    assertArrayEquals(log, Files.readAllBytes(new RunFolder(folder).log()));
    assertArrayEquals(run, Files.readAllBytes(folder.resolve("run.json")));
  }

  @Test
  void otherImagesAreRefused() {
    run(folder, false, after(3));
    String message =
        assertThrows(
                ButcherblockException.class,
                () -> run(folder, true, () -> false, List.of(pairs.get(0), pair("c", 3))))
            .getMessage();
    assertTrue(
        message.startsWith("The run in " + folder + " was begun with other training images (2 "),
        message);
    assertThrows(
        ButcherblockException.class,
        () -> run(folder, true, () -> false, List.of(pairs.get(1), pairs.get(0))));
    run(folder, true, () -> false);
  }

  /** Runs of the first version: no digests, no images, no length of the log. */
  @Test
  void aRunOfTheFirstVersionIsResumed() throws IOException {
    List<float[]> straight = run(folder.resolve("straight"), false, () -> false);
    run(folder, false, after(8));
    Files.writeString(
        folder.resolve("state-7/run-state.json"),
        "{\"step\":7,\"seconds\":1.5,\"best_psnr\":30.0}");
    Files.delete(folder.resolve("state-7/best.safetensors"));
    ObjectNode description = (ObjectNode) Json.read(folder.resolve("run.json"));
    description.remove("images");
    Json.write(folder.resolve("run.json"), description);
    List<float[]> resumed = run(folder, true, () -> false);
    for (int i = 0; i < straight.size(); i++) {
      assertArrayEquals(straight.get(i), resumed.get(i));
    }
    assertEquals(
        log(folder.resolve("straight")).stream().filter(line -> line.contains("psnr")).count(),
        log(folder).stream().filter(line -> line.contains("psnr")).count());
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    run(folder, false, after(3));
    Path description = folder.resolve("run.json");
    Files.writeString(description, "{}");
    assertTrue(refusal().startsWith("Cannot read " + description + ": it does not say what is "));
    Files.delete(description);
    assertEquals(
        folder
            + " holds states of a run, but no run.json, which says what is trained; put it back, or"
            + " give another output folder.",
        refusal());
  }

  private String refusal() {
    return assertThrows(ButcherblockException.class, () -> run(folder, true, () -> false))
        .getMessage();
  }

  @Test
  void beforeAnImageThatCannotBeReadTheRunIsSaved() {
    List<String> drawn = Collections.synchronizedList(new ArrayList<>());
    List<ImagePair> images = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      ImagePair pair = pair("image" + i, i);
      images.add(new Loading(pair, () -> drawn.add(pair.name())));
    }
    List<float[]> straight = run(folder.resolve("straight"), false, () -> false, images);
    // One that is needed for the first time in the middle of the run.
    String name = drawn.get(drawn.size() / 2);
    List<ImagePair> damaged = new ArrayList<>(images);
    damaged.replaceAll(pair -> pair.name().equals(name) ? new Loading(pair, this::fail) : pair);
    Path run = folder.resolve("run");
    String message =
        assertThrows(ButcherblockException.class, () -> run(run, false, () -> false, damaged))
            .getMessage();
    assertTrue(
        message.matches(
            "The run has stopped at step \\d+ and can be resumed there when this is mended:"
                + " Cannot read b.png: it is damaged."),
        message);
    String step = message.replaceFirst("The run has stopped at step (\\d+) .*", "$1");
    assertTrue(Files.exists(run.resolve("state-" + step)), message);
    List<float[]> mended = run(run, true, () -> false, images);
    for (int i = 0; i < straight.size(); i++) {
      assertArrayEquals(straight.get(i), mended.get(i));
    }
  }

  private void fail() {
    throw new ButcherblockException("Cannot read b.png: it is damaged.");
  }

  /** An image that does something before it is loaded. */
  private record Loading(ImagePair pair, Runnable before) implements ImagePair {

    @Override
    public String name() {
      return pair.name();
    }

    @Override
    public ImageSize lrSize() {
      return pair.lrSize();
    }

    @Override
    public DecodedPair load() {
      before.run();
      return pair.load();
    }
  }
}
