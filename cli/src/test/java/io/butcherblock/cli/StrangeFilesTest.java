package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.butcherblock.hostile.HostileFile;
import io.butcherblock.hostile.HostileWeights;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that a terminal obeys, numbers that are none, and what is no file, in every command. */
class StrangeFilesTest {

  /** For a machine that does much else; a pipe would be waited for without end. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Classes that are loaded and the images of a command; what is claimed would be gigabytes. */
  private static final long SOME_BYTES = 256L << 20;

  private static final String SIZE = "--blocks 1 --channels 4 --patch 8 --batch 1 --steps 1";
  private static final String TRAIN = "train oisr-lf-s --scale 2 " + SIZE + " --out {out}/run ";
  private static final String WEIGHTS = "--weights {data}/run/weights.safetensors ";

  @TempDir private static Path data;
  @TempDir private Path out;

  private static final List<String> WITH_WEIGHTS =
      List.of(
          "upscale --weights {in} {data}/good/a.png --out {out}/x.png",
          "eval oisr-lf-s --weights {in} --data {data}/good",
          "export --weights {in} --format onnx --out {out}/x.onnx",
          "export --weights {in} --format torchscript --out {out}/x.pt",
          "import oisr-lf-s {in} --scale 2 --out {out}/x.safetensors",
          TRAIN + "--data {data}/good --start-from {in}");

  @BeforeAll
  static void makeData() {
    for (String name : List.of("a", "b", "c")) {
      ImageFiles.write(
          SyntheticImages.generate(name.charAt(0), 48, 48), data.resolve("good/" + name + ".png"));
    }
    CommandLineRun trained = run(TRAIN + "--data {data}/good", data, data);
    assertEquals(0, trained.code(), trained.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TRAIN + "--data {in}",
        TRAIN + "--data {data}/good --val {in}",
        "eval oisr-lf-s " + WEIGHTS + "--data {in} --journal {out}/journal",
        "upscale " + WEIGHTS + "{in} --out {out}/large",
        "resize {in} --scale 1/2 --out {out}/small",
        "score {in} {in}"
      })
  @DisabledOnOs(OS.WINDOWS)
  void aFileMayHaveAnyName(String command) throws IOException {
    Path strange = Files.createDirectory(out.resolve("in"));
    byte[] image = Files.readAllBytes(data.resolve("good/a.png"));
    for (String name :
        List.of(
            "line\nfeed", "tab\tand\rreturn", "\"quo'ted\\n", "\u001b[2J\u001b[31mred", "%s{}")) {
      Files.write(strange.resolve(name + ".png"), image);
    }
    CommandLineRun run = run(command, strange, out);
    assertEquals(0, run.code(), run.err());
    assertFalse((run.out() + run.err()).contains("\u001b[2J"), run.out() + run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upscale " + WEIGHTS + "{in} --out {out}/x.png",
        "resize {in} --scale 1/2 --out {out}/x.png",
        "score {in} {data}/good/a.png",
        "score {data}/good/a.png {in}",
        "eval oisr-lf-s " + WEIGHTS + "--data {in}",
        "paper-table --weights oisr-lf-s={in} --data {data}/good",
        "inspect oisr-lf-s --weights {in}",
        TRAIN + "--data {in}",
        TRAIN + "--data {data}/good --val {in}"
      })
  @DisabledOnOs(OS.WINDOWS)
  void whatIsNoFileIsRefusedAndNotWaitedFor(String command) throws Exception {
    Path pipe = out.resolve("pipe.png");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Path folder = Files.createDirectory(out.resolve("empty"));
    for (Path in : List.of(pipe, Path.of("/dev/random"), folder)) {
      CommandLineRun run = assertTimeoutPreemptively(PATIENCE, () -> run(command, in, out));
      assertIsTold(run, command);
      assertTrue(run.err().contains(in.toString()), run.err());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upscale " + WEIGHTS + "{data}/good/a.png --out {in}",
        "score {data}/good/a.png {data}/good/b.png --json {in}"
      })
  @DisabledOnOs(OS.WINDOWS)
  void aPipeThatIsThereIsNotWaitedForWhenItIsToBeWritten(String command) throws Exception {
    Path pipe = out.resolve("pipe.png");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    CommandLineRun run = assertTimeoutPreemptively(PATIENCE, () -> run(command, pipe, out));
    assertIsTold(run, command);
    assertFalse(Files.isRegularFile(pipe));
  }

  static List<HostileFile> weights() {
    return HostileWeights.all("oisr-lf-s");
  }

  @ParameterizedTest
  @MethodSource("weights")
  void memoryIsThatOfTheFileAndNotWhatItClaims(HostileFile hostile) throws IOException {
    Path file = Files.write(out.resolve(hostile.name()), hostile.bytes());
    for (String command : WITH_WEIGHTS) {
      long before = allocated();
      CommandLineRun run = run(command, file, out);
      long taken = allocated() - before;
      assertIsTold(run, command);
      assertTrue(taken < SOME_BYTES, command + ": " + (taken >> 20) + " MiB");
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void weightsThatAreNoNumbersAreRefused(float value) throws IOException {
    byte[] bytes = Files.readAllBytes(data.resolve("run/weights.safetensors"));
    // The last number of the last tensor.
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 4, value);
    Path file = Files.write(out.resolve("broken.safetensors"), bytes);
    for (String command : WITH_WEIGHTS) {
      CommandLineRun run = run(command, file, out);
      assertIsTold(run, command);
      assertTrue(run.err().contains("not a number (NaN)"), command + ": " + run.err());
    }
    String export = "export --weights {in} --format torch --out {out}/x.pt";
    assertIsTold(run(export, file, out), export);
  }

  private static void assertIsTold(CommandLineRun run, String command) {
    assertTrue(run.code() == 1 || run.code() == 2, command + ": exit " + run.code() + run.err());
    List<String> lines = run.err().lines().toList();
    String told = lines.get(lines.size() - 1);
    assertTrue(told.startsWith("butcherblock: "), command + ": " + run.err());
    assertFalse(told.contains("should not"), command + ": " + told);
  }

  private static CommandLineRun run(String command, Path in, Path out) {
    return CommandLineRun.of(
        Arrays.stream(command.split(" +"))
            .map(word -> word.replace("{data}", data.toString()).replace("{out}", out.toString()))
            .map(word -> word.replace("{in}", in.toString()))
            .toArray(String[]::new));
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
