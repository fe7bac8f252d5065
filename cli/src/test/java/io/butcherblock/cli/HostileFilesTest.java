package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.hostile.HostileFile;
import io.butcherblock.hostile.HostileWeights;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm, given to commands: one sentence, in time, and no output. */
class HostileFilesTest {

  /** Generous, for a machine that does much else; what would not end is told apart by any. */
  private static final Duration SOON = Duration.ofMinutes(2);

  private static final Pattern SPACES = Pattern.compile(" ");

  private static final String NETWORK = "oisr-lf-s";

  @TempDir private static Path data;
  @TempDir private Path out;

  @BeforeAll
  static void makeImage() {
    ImageFiles.write(SyntheticImages.generate(1, 24, 24), data.resolve("a.png"));
  }

  static Stream<HostileFile> weights() {
    return HostileWeights.all(NETWORK).stream();
  }

  @ParameterizedTest
  @MethodSource("weights")
  void hostileWeightsAreRefusedByEveryCommandThatOpensThem(HostileFile hostile) throws IOException {
    Path file = Files.write(out.resolve(hostile.name()), hostile.bytes());
    for (String words :
        List.of(
            "upscale oisr-lf-s --weights {w} {data}/a.png --out {out}/o.png",
            "eval oisr-lf-s --weights {w} --data {data}",
            "export oisr-lf-s --weights {w} --format torchscript --out {out}/o.pt",
            "import oisr-lf-s {w} --out {out}/o.safetensors")) {
      CommandLineRun run = run(words, file);
      assertOneSentence(run, words);
      assertTrue(run.err().contains(hostile.refusal().orElseThrow()), run.err());
    }
    CommandLineRun inspected = run("inspect oisr-lf-s --weights {w}", file);
    assertOneSentence(inspected, "inspect");
    try (Stream<Path> left = Files.list(out)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upscale {f} --out {out}/o.png",
        "upscale oisr-lf-s --weights {f} {data}/a.png --out {out}/o.png",
        "resize {f} --scale 1/2 --out {out}/o.png",
        "score {f} {data}/a.png",
        "eval oisr-lf-s --weights {f} --data {data}",
        "inspect oisr-lf-s --weights {f}",
        "import oisr-lf-s {f} --scale 2 --out {out}/o.safetensors",
        "train oisr-lf-s --scale 2 --patch 8 --data {data} --start-from {f} --steps 1 --out"
            + " {out}/run"
      })
  void pipesAndDevicesAreRefusedBeforeTheyAreOpened(String words)
      throws IOException, InterruptedException {
    Path pipe = out.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "This system makes no pipes.");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    Path link = Files.createSymbolicLink(out.resolve("link.png"), Path.of("/dev/zero"));
    for (Path file : List.of(pipe, link, Path.of("/dev/zero"))) {
      CommandLineRun run = run(words.replace("{f}", "{w}"), file);
      assertOneSentence(run, words + " " + file);
      assertTrue(run.err().contains("it is a pipe or a device"), run.err());
    }
  }

  @Test
  void aPictureThatIsTooLargeDoesNotEndTheOthers() throws IOException {
    Path pictures = Files.createDirectories(out.resolve("in"));
    Files.copy(data.resolve("a.png"), pictures.resolve("a.png"));
    Files.copy(data.resolve("a.png"), pictures.resolve("a\nb\t\u001b[31m'\".png"));
    ImageFiles.write(SyntheticImages.generate(1, 1200, 900), pictures.resolve("m.png"));
    Files.writeString(pictures.resolve("n.png"), "no image");
    Files.copy(data.resolve("a.png"), pictures.resolve("z.png"));
    CommandLineRun run = run("upscale {w} --max-megapixels 1 --out {out}/large", pictures);
    assertEquals(1, run.code(), run.err());
    assertTrue(run.err().contains("2 of 5 images could not be enlarged"), run.err());
    assertTrue(run.err().contains("--max-megapixels 2"), run.err());
    assertFalse(run.err().contains("\u001b"), run.err());
    assertFalse(run.out().contains("\u001b"), run.out());
    try (Stream<Path> made = Files.list(out.resolve("large"))) {
      assertEquals(3, made.count());
    }
  }

  private CommandLineRun run(String words, Path file) {
    String[] arguments =
        SPACES
            .splitAsStream(words)
            .map(
                word ->
                    word.replace("{w}", file.toString())
                        .replace("{data}", data.toString())
                        .replace("{out}", out.toString()))
            .toArray(String[]::new);
    return assertTimeoutPreemptively(SOON, () -> CommandLineRun.of(arguments));
  }

  private static void assertOneSentence(CommandLineRun run, String what) {
    assertEquals(1, run.code(), what + ": " + run.err());
    // Which weights are taken is told before an image is read.
    long told = run.err().lines().filter(line -> !line.startsWith("Weights: ")).count();
    assertEquals(1, told, what + ": " + run.err());
    assertTrue(run.err().length() < 3000, what + ": " + run.err().length());
    assertFalse(run.err().contains("should not"), what + ": " + run.err());
    assertTrue(run.err().chars().allMatch(c -> c == '\n' || c >= ' '), what + ": " + run.err());
  }
}
