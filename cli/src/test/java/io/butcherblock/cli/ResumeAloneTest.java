package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.files.Json;
import io.butcherblock.image.ImageOrigin;
import io.butcherblock.tensorboard.EventFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --resume --out RUN}: all else is as the run has it. */
class ResumeAloneTest {

  @TempDir private static Path shared;
  @TempDir private Path out;

  @BeforeAll
  static void makeImages() {
    SyntheticFolder.write(shared.resolve("images"), 4, 48, 48);
  }

  @Test
  void goesOnToTheSameBits() throws IOException {
    Path whole = out.resolve("whole");
    Path parts = out.resolve("parts");
    assertEquals(0, train(whole, "--steps", "4").code());
    // The rate is constant for 250 epochs, so that the length changes no step.
    assertEquals(0, train(parts, "--steps", "2").code());
    CommandLineRun resumed = resume(parts, "--steps", "4");
    assertEquals(0, resumed.code(), resumed.err());
    assertTrue(resumed.out().contains("resuming at step 2"), resumed.out());
    assertArrayEquals(
        Files.readAllBytes(whole.resolve("weights.safetensors")),
        Files.readAllBytes(parts.resolve("weights.safetensors")));
    // Those options of the command line are the run's from now on.
    CommandLineRun again = resume(parts);
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("resuming at step 4"), again.out());
    assertEquals(Json.read(whole.resolve("run.json")), Json.read(parts.resolve("run.json")));
  }

  @Test
  void ofOneImageTheRunSaysOneImage() {
    Path one = out.resolve("images");
    SyntheticFolder.write(one, 1, 48, 48);
    CommandLineRun run =
        CommandLineRun.of(
            "train",
            "oisr-lf-s",
            "--scale",
            "2",
            "--blocks",
            "1",
            "--channels",
            "4",
            "--patch",
            "8",
            "--batch",
            "1",
            "--steps",
            "1",
            "--data",
            one.toString(),
            "--out",
            out.resolve("run").toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains(" on 1 image, validated on none "), run.out());
  }

  /** A run that was begun without notes tells what it does when it is resumed. */
  @Test
  void quietIsOneStartOnly() {
    Path run = out.resolve("run");
    CommandLineRun begun = train(run, "--steps", "1", "--quiet");
    assertEquals(0, begun.code(), begun.err());
    assertEquals("", begun.err());
    CommandLineRun resumed = resume(run);
    assertEquals(0, resumed.code(), resumed.err());
    assertTrue(resumed.out().contains("resuming at step 1"), resumed.out());
  }

  @Test
  void aFolderInThePlaceOfItsPageDoesNotEndARun() throws IOException {
    Path run = out.resolve("run");
    assertEquals(0, train(run, "--steps", "2").code());
    for (String file : List.of("report.html", "curves.png")) {
      Files.delete(run.resolve(file));
      Files.createDirectories(run.resolve(file).resolve("in-the-way"));
    }
    CommandLineRun resumed = resume(run, "--steps", "4");
    assertEquals(0, resumed.code(), resumed.err());
    for (String what : List.of("its page", "the picture of its curves")) {
      String sentence = "The run continues without " + what + ": ";
      assertEquals(2, resumed.err().split(sentence, -1).length, resumed.err());
    }
    assertTrue(resumed.out().contains("Done: 4 steps"), resumed.out());
  }

  /** The name is known of the file before: one second more. */
  @Test
  void aFolderInThePlaceOfItsEventFileDoesNotEndARun() throws IOException {
    Path run = out.resolve("run");
    String[] begun = arguments(run, "--steps", "2").toArray(new String[0]);
    assertEquals(0, CommandLineRun.of(begun).code());
    Path first = EventFile.list(run).get(0);
    String rest = first.getFileName().toString().replaceFirst("tfevents\\.\\d+", "");
    Files.move(first, run.resolve(rest.replace("events.out.", "events.out.tfevents.9000000000")));
    Files.createDirectory(
        run.resolve(rest.replace("events.out.", "events.out.tfevents.9000000001")));
    CommandLineRun resumed = resume(run, "--steps", "4");
    assertEquals(0, resumed.code(), resumed.err());
    String sentence =
        "The run continues without the event file for TensorBoard: Cannot write the event file";
    assertEquals(2, resumed.err().split(sentence, -1).length, resumed.err());
    assertTrue(resumed.out().contains("Done: 4 steps"), resumed.out());
  }

  @Test
  void anotherLengthReplacesTheRunsOwn() {
    Path run = out.resolve("run");
    CommandLineRun begun = train(run, "--steps", "2");
    assertEquals(0, begun.code());
    CommandLineRun resumed = resume(run, "--minutes", "0.001");
    assertEquals(0, resumed.code(), resumed.err());
    String besides = "(validating and saving not counted)";
    assertTrue(resumed.out().contains(" for 0.06 s " + besides), resumed.out());
    assertFalse(begun.out().contains(besides), begun.out());
    assertTrue(resumed.out().contains(" s of training."), resumed.out());
  }

  @Test
  void thatALengthIsUsedUpIsToldWithTheOptionThatContinues() {
    // A shell would divide the name.
    Path run = out.resolve("a run&");
    CommandLineRun begun = train(run, "--steps", "2");
    assertFalse(begun.out().contains("Nothing was left"), begun.out());
    assertTrue(begun.err().contains("2/2 steps (100 %)"), begun.err());
    assertTrue(begun.err().contains("step 2, loss "), begun.err());
    CommandLineRun resumed = resume(run);
    assertEquals(0, resumed.code(), resumed.err());
    assertTrue(resumed.out().contains("Done before: 2 steps in "), resumed.out());
    assertTrue(
        resumed
            .out()
            .contains(
                "Nothing was left to train: the run has had all of --steps 2; to continue it, give"
                    + " more, 'butcherblock train --resume --out '%s' --steps N'.".formatted(run)),
        resumed.out());
    CommandLineRun less = resume(run, "--steps", "1");
    assertTrue(less.out().contains("all of --steps 1; to"), less.out());
    assertTrue(less.err().contains("2/2 steps (100 %)"), less.err());
    CommandLineRun timed = resume(run, "--minutes", "0.00002");
    assertTrue(timed.out().contains("all of --minutes 2.0E-5; to"), timed.out());
    CommandLineRun more = resume(run, "--steps", "3");
    assertTrue(more.out().contains("Done: 3 steps"), more.out());
    assertFalse(more.out().contains("Nothing was left"), more.out());
  }

  @Test
  void otherOptionsAreRefusedAsEver() {
    Path run = out.resolve("run");
    assertEquals(0, train(run, "--steps", "1").code());
    CommandLineRun resumed = resume(run, "--seed", "7");
    assertEquals(1, resumed.code());
    assertTrue(resumed.err().contains("was begun with --seed 3, not 7"), resumed.err());
  }

  @Test
  void withoutARunThereIsASentence() {
    CommandLineRun resumed = resume(out.resolve("none"));
    assertEquals(1, resumed.code());
    assertTrue(
        resumed.err().contains("There is no run in ")
            && resumed.err().contains("give NETWORK, --scale and --data as well."),
        resumed.err());
    assertEquals(1, resumed.err().lines().count(), resumed.err());
  }

  @Test
  void runsOfEarlierVersionsAreTold() {
    Path run = out.resolve("run");
    assertEquals(0, train(run, "--steps", "1").code());
    JsonNode description = Json.read(run.resolve("run.json"));
    ((ObjectNode) description).remove("arguments");
    Json.write(run.resolve("run.json"), description);
    CommandLineRun resumed = resume(run);
    assertEquals(1, resumed.code());
    assertTrue(resumed.err().contains("does not keep the options of its run"), resumed.err());
    assertEquals(1, resumed.err().lines().count(), resumed.err());
  }

  @Test
  void aFolderOfImagesThatIsGoneIsNamed() throws IOException {
    Path run = out.resolve("run");
    Path moved = out.resolve("moved");
    assertEquals(0, train(run, "--steps", "1").code());
    ObjectNode description = (ObjectNode) Json.read(run.resolve("run.json"));
    ((ObjectNode) description.get("arguments")).putArray("data").add(moved.toString());
    Json.write(run.resolve("run.json"), description);
    CommandLineRun resumed = resume(run);
    assertEquals(1, resumed.code());
    assertTrue(resumed.err().contains(moved.toString()), resumed.err());
    CommandLineRun told = resume(run, "--data", shared.resolve("images").toString());
    assertEquals(0, told.code(), told.err());
  }

  /** As for a run of an earlier build, which trained on figures too. */
  @Test
  void whatIsLeftOutOfOtherImagesIsTold() throws IOException {
    Path run = out.resolve("run");
    assertEquals(0, train(run, "--steps", "1").code());
    Path other = Files.createDirectory(out.resolve("other"));
    for (int i = 0; i < 4; i++) {
      String name = "image" + i + ".png";
      byte[] png = Files.readAllBytes(shared.resolve("images").resolve(name));
      Files.write(other.resolve(name), i == 3 ? ImageOrigin.addTo(png, ImageOrigin.FIGURE) : png);
    }
    CommandLineRun resumed = resume(run, "--data", other.toString());
    assertEquals(1, resumed.code());
    assertTrue(resumed.err().contains("was begun with other training images (4 "), resumed.err());
    assertTrue(
        resumed
            .err()
            .contains(
                " or another --out. Left out of "
                    + other
                    + " what is a figure of results, no photograph: image3.png."),
        resumed.err());
  }

  private static CommandLineRun resume(Path run, String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--resume", "--out", run.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }

  private static CommandLineRun train(Path run, String... more) {
    List<String> arguments = arguments(run, more);
    arguments.add("--no-tensorboard");
    return CommandLineRun.of(arguments.toArray(new String[0]));
  }

  private static List<String> arguments(Path run, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("train", "oisr-lf-s", "--scale", "2", "--blocks", "1", "--channels", "4"));
    arguments.addAll(List.of("--patch", "8", "--batch", "2", "--seed", "3"));
    arguments.addAll(List.of("--schedule", "halving", "--learning-rate", "1e-3"));
    arguments.addAll(List.of("--validate-every", "2"));
    arguments.addAll(List.of("--data", shared.resolve("images").toString()));
    arguments.addAll(List.of("--out", run.toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }
}
