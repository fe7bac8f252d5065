package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked for, files that are read, and files of nobody's results, stay. */
class OutputsOfCommandsTest {

  @TempDir private static Path trained;
  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    for (int i = 0; i < 3; i++) {
      ImageFiles.write(SyntheticImages.generate(i, 32, 32), trained.resolve("data/" + i + ".png"));
    }
    ImageFiles.write(SyntheticImages.generate(9, 8, 8), trained.resolve("data/tiny.png"));
    CommandLineRun run =
        CommandLineRun.of(
            ("train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 8 --batch 1 --steps 1"
                    + " --data "
                    + trained.resolve("data")
                    + " --out "
                    + trained.resolve("run"))
                .split(" "));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Left out 1 of 4 training images"), run.out());
    assertTrue(run.out().contains("tiny (4 x 4)"), run.out());
  }

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(folder.resolve("d"));
    Files.copy(trained.resolve("data/0.png"), folder.resolve("d/a.png"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("d"));
    Files.createLink(folder.resolve("hard.png"), folder.resolve("d/a.png"));
    Files.createSymbolicLink(folder.resolve("soft.png"), Path.of("d/a.png"));
    ImageFiles.write(SyntheticImages.generate(5, 24, 24), folder.resolve("c/a.png"));
    Files.copy(trained.resolve("run/weights.safetensors"), folder.resolve("w.safetensors"));
    Files.createLink(folder.resolve("w2.safetensors"), folder.resolve("w.safetensors"));
    Files.writeString(folder.resolve("user.png"), "a file of the user's");
    Files.copy(folder.resolve("user.png"), folder.resolve("user.json"));
    // The same with names that say nothing of what is in them.
    Files.copy(folder.resolve("user.png"), folder.resolve("user"));
    Files.createLink(folder.resolve("hard"), folder.resolve("d/a.png"));
    Files.createSymbolicLink(folder.resolve("soft"), Path.of("d/a.png"));
    Files.createLink(folder.resolve("w2"), folder.resolve("w.safetensors"));
    ImageFiles.write(SyntheticImages.generate(7, 24, 24), folder.resolve("user.tif"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export --weights {}/user.json --format onnx --out {}/new/x.onnx",
        "import oisr-lf-s {}/user.json --out {}/new/x.safetensors",
        "eval oisr-lf-s --weights {}/user.json --data {}/d --json {}/new/x.json",
        "resize {}/user.json --scale 1/2 --out {}/new/folder/",
        "inspect nothing --picture {}/new/x.png",
        "curves {}/d --out {}/new/x.png",
      })
  void whatFailsLeavesNoFolder(String command) {
    CommandLineRun run = CommandLineRun.of(command.replace("{}", "" + folder).split(" "));
    assertNotEquals(0, run.code(), run.out());
    assertFalse(Files.exists(folder.resolve("new")), command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resize {}/d --scale 1/2 --out {}/d",
        "resize {}/d --scale 1/2 --out {}/link",
        "resize {}/d/a.png --scale 1/2 --out {}/d/a.png",
        "resize {}/d/a.png --scale 1/2 --out {}/d",
        "resize {}/d/a.png --scale 1/2 --out {}/hard.png",
        "resize {}/soft.png --scale 1/2 --out {}/d/a.png",
        "resize {}/d/a.png --scale 1/2 --out {}/soft.png --overwrite",
        "upscale oisr-lf-s --weights {}/w.safetensors {}/d --out {}/link",
        "upscale oisr-lf-s --weights {}/w.safetensors {}/link/a.png --out {}/d/a.png --overwrite",
        "upscale oisr-lf-s --weights {}/w.safetensors {}/d/a.png --out {}/hard.png",
        "upscale oisr-lf-s --weights {}/w.safetensors {}/d {}/c/a.png --out {}/new",
        "export --weights {}/w.safetensors --format safetensors --out {}/w.safetensors --overwrite",
        "export --weights {}/w.safetensors --format safetensors --out {}/w2.safetensors"
            + " --overwrite",
        "import oisr-lf-s {}/w2.safetensors --out {}/w.safetensors --overwrite",
        "eval oisr-lf-s --weights {}/w.safetensors --data {}/d --json {}/soft --overwrite",
        "eval oisr-lf-s --weights {}/w.safetensors --data {}/d --json {}/hard" + " --overwrite",
        "eval oisr-lf-s --weights {}/w.safetensors --data {}/d --json {}/x --journal {}/x",
        "eval oisr-lf-s --weights {}/w.safetensors --data {}/d --journal {}/w2",
        "score {}/d {}/d --json {}/hard --overwrite",
        "train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 8 --batch 1 --steps 1 --data"
            + " {}/d --out {}/link",
        // Not read, but not ours.
        "resize {}/d/a.png --scale 1/2 --out {}/user.png",
        "resize {}/d/a.png --scale 1/2 --out {}/user.tif",
        "upscale oisr-lf-s --weights {}/w.safetensors {}/d/a.png --out {}/user.png --resume",
        "export --weights {}/w.safetensors --format onnx --out {}/user",
        "import oisr-lf-s {}/d/../w.safetensors --out {}/user",
        "eval oisr-lf-s --weights {}/w.safetensors --data {}/d --json {}/user.json",
        "score {}/d {}/d --json {}/user.json",
        "schemes --json {}/user.json",
        "networks --json {}/user.json",
        "scaling --json {}/user.json",
        "inspect heun --json {}/user.json",
        "inspect {}/w.safetensors --json {}/w2 --overwrite",
        "paper-table --json {}/user.json",
        "check --json {}/user.json",
        "inspect heun --picture {}/user.png",
      })
  void whatIsReadAndWhatIsTheUsersStays(String command) throws IOException {
    Map<Path, byte[]> before = files();
    CommandLineRun run = run(command);
    assertEquals(1, run.code(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(
        run.err().contains("written over")
            || run.err().contains("Two outputs")
            || run.err().contains("is there already")
            || run.err().contains("is a folder of images"),
        run.err());
    Map<Path, byte[]> after = files();
    assertEquals(before.keySet(), after.keySet());
    before.forEach((file, bytes) -> assertArrayEquals(bytes, after.get(file), file.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "resize {}/d/a.png --scale 1/2 --out {}/r.png",
    "upscale oisr-lf-s --weights {}/w.safetensors {}/d/a.png --out {}/r.png",
    "export --weights {}/w.safetensors --format onnx --out {}/r.onnx",
    "export --weights {}/w.safetensors --format torchscript --out {}/r.pt",
    "eval oisr-lf-s --weights {}/w.safetensors --data {}/d --json {}/r.json",
    "score {}/d {}/d --json {}/r.json",
    "schemes --json {}/r.json",
    "paper-table --json {}/r.json",
    "inspect heun --picture {}/r.png --diagram {}/r.mmd",
    "inspect heun --diagram {}/r.dot"
  })
  void anEarlierResultIsReplaced(String command) {
    assertEquals(0, run(command).code());
    CommandLineRun again = run(command);
    assertEquals(0, again.code(), again.err());
  }

  @Test
  void whatIsToBeOverwrittenIs() {
    CommandLineRun run = run("resize {}/d/a.png --scale 1/2 --out {}/user.png --overwrite");
    assertEquals(0, run.code(), run.err());
    assertEquals(16, ImageFiles.read(folder.resolve("user.png")).width());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "resize {}/m --scale 2 --out {}/new",
        "upscale oisr-lf-s --weights {}/w.safetensors {}/m --out {}/new"
      })
  void aFolderIsDoneButForWhatCannotBe(String command) throws IOException {
    Path m = Files.createDirectory(folder.resolve("m"));
    byte[] image = Files.readAllBytes(folder.resolve("d/a.png"));
    String tooLong = "y".repeat(253);
    List<String> good =
        List.of("a.png", "x".repeat(251) + ".png", "\u30ab".repeat(78) + ".png", "z\nz", "@z.png");
    for (String name : good) {
      Files.write(m.resolve(name), image);
    }
    Files.write(m.resolve(tooLong), image);
    Files.write(m.resolve("torn.png"), Arrays.copyOf(image, image.length / 2));
    Files.write(m.resolve("users.png"), image);
    Files.createDirectory(folder.resolve("new"));
    Files.writeString(folder.resolve("new/users.png"), "mine");
    Files.writeString(m.resolve("list.txt"), "a.png");
    CommandLineRun run = run(command);
    assertEquals(1, run.code(), run.err());
    for (String name : good) {
      Path made = folder.resolve("new").resolve(name.replace(".png", "") + ".png");
      assertEquals(64, ImageFiles.read(made).width(), name);
    }
    assertEquals("mine", Files.readString(folder.resolve("new/users.png")));
    List<String> told = run.err().lines().toList();
    assertTrue(told.get(0).startsWith("Left out 1 file of " + m), run.err());
    assertTrue(told.get(2).contains(tooLong + ".png: "), run.err());
    assertTrue(told.get(1).contains("users.png is there already"), run.err());
    assertTrue(
        told.get(told.size() - 1).startsWith("butcherblock: 3 of 8 images could not be"),
        run.err());
    assertFalse(run.out().contains("z\nz"), run.out());
    assertTrue(run.out().contains("z\\nz"), run.out());
  }

  @Test
  void weightsOfARunThatCannotBeResumedAreNotRemoved() throws IOException {
    Path old = Files.createDirectory(folder.resolve("old"));
    for (String name : List.of("run.json", "log.jsonl", "weights.safetensors")) {
      Files.copy(trained.resolve("run").resolve(name), old.resolve(name));
    }
    Map<Path, byte[]> before = files();
    CommandLineRun run =
        run(
            "train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 8 --batch 1 --steps 1 --data"
                + " {}/d --out {}/old");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("the result of an earlier run"), run.err());
    assertEquals(before.keySet(), files().keySet());
  }

  private CommandLineRun run(String command) {
    return CommandLineRun.of(command.replace("{}", folder.toString()).split(" "));
  }

  private Map<Path, byte[]> files() throws IOException {
    Map<Path, byte[]> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(file, Files.readAllBytes(file));
      }
    }
    return files;
  }
}
