package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.names.Counted;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that divide images, against one process. */
class SharedWorkTest {

  private static final int IMAGES = 12;

  @TempDir private static Path folder;
  @TempDir private Path out;

  @BeforeAll
  static void makeImagesAndWeights() throws IOException {
    Files.createDirectories(images());
    for (int i = 0; i < IMAGES; i++) {
      // Sizes far apart, the large ones first.
      int width = 24 + 16 * (IMAGES - i);
      ImageFiles.write(
          SyntheticImages.generate(i, width, 48), images().resolve("image" + i + ".png"));
    }
    CommandLineRun train =
        CommandLineRun.of(
            words(
                "train oisr-lf-s --scale 2 --blocks 1 --channels 4 --patch 12 --batch 4 --steps 1"
                    + " --threads 1 --data "
                    + images()
                    + " --out "
                    + folder.resolve("run")));
    assertEquals(0, train.code(), train.err());
  }

  private static Path images() {
    return folder.resolve("images");
  }

  @Test
  void filesAreThoseOfOneProcess() throws Exception {
    Path one = out.resolve("one");
    CommandLineRun alone = CommandLineRun.of(words(upscale(images(), one)));
    assertEquals(0, alone.code(), alone.err());
    Path several = out.resolve("several");
    assertEquals(0, ended(start("launch --processes 2 " + upscale(images(), several))), output());
    assertSameFiles(one, several);
    List<String> made = lines(output(), " -> ");
    assertEquals(
        lines(alone.out(), " -> "),
        made.stream()
            .map(line -> line.replace(several.toString(), one.toString()))
            .sorted()
            .toList());
    assertTrue(output().contains("upscale: 12/12 images (100 %)"), output());
  }

  /** As torchrun starts them. */
  @Test
  void tableIsThatOfOneProcess() throws Exception {
    Path json = out.resolve("one.json");
    CommandLineRun alone = CommandLineRun.of(words(eval() + " --json " + json));
    assertEquals(0, alone.code(), alone.err());
    Path journal = out.resolve("journal.jsonl");
    Path shared = out.resolve("shared.json");
    String command = eval() + " --json " + shared + " --journal " + journal;
    assertEquals(alone.out(), byHand(command));
    assertEquals(Files.readString(json), Files.readString(shared));
    assertEquals(IMAGES, Files.readAllLines(journal).size());

    // What a crash leaves: half a line at the end, and some images not there.
    List<String> lines = Files.readAllLines(journal);
    Files.writeString(
        journal, String.join("\n", lines.subList(0, 7)) + "\n" + lines.get(7).substring(0, 20));
    Files.delete(shared);
    CommandLineRun again = CommandLineRun.of(words(command));
    assertEquals(alone.out(), again.out(), again.err());
    assertEquals(Files.readString(json), Files.readString(shared));
    List<String> completed = Files.readAllLines(journal);
    assertEquals(lines.subList(0, 7), completed.subList(0, 7));
    assertEquals(lines.stream().sorted().toList(), completed.stream().sorted().toList());
  }

  @Test
  void afterARankIsKilledTheOthersEndAndOtherProcessesDoTheRest() throws Exception {
    Path some = Files.createDirectory(out.resolve("some"));
    for (int i = 10; i < 10 + IMAGES; i++) {
      // The last ones are large, so that each process has one in hand for long.
      boolean large = i >= 7 + IMAGES;
      ImageFiles.write(
          SyntheticImages.generate(i, large ? 500 : 90, large ? 400 : 70),
          some.resolve("a" + i + ".png"));
    }
    Path to = out.resolve("to");
    String command = upscale(some, to) + " --self-ensemble --resume";
    Process launch = start("launch --processes 3 " + command);
    await(() -> modified(to).size() >= IMAGES - 3);
    // Between two images it would have none.
    Thread.sleep(100);
    ProcessHandle rank2 = launch.children().max(ProcessHandle::compareTo).orElseThrow();
    assertTrue(rank2.destroyForcibly());
    long began = System.nanoTime();
    assertEquals(137, ended(launch), output());
    double seconds = (System.nanoTime() - began) / 1e9;
    assertTrue(seconds < 60, () -> "The others took " + seconds + " s to end.");
    String lost =
        "butcherblock: Rank 2 of 3 was lost: it ended with exit code 137, killed by signal 9.";
    assertTrue(output().lines().anyMatch(lost::equals), output());

    Map<String, FileTime> before = modified(to);
    assertFalse(before.isEmpty() || before.size() == IMAGES, before.toString());
    assertEquals(0, ended(start("launch --processes 2 " + command)), output());
    Map<String, FileTime> after = modified(to);
    assertEquals(IMAGES, after.size());
    before.forEach((name, time) -> assertEquals(time, after.get(name), name));
    int rest = IMAGES - before.size();
    assertEquals(rest, lines(output(), " -> ").stream().distinct().count(), output());
    assertEquals(rest, lines(output(), " -> ").size(), output());
    assertTrue(
        output()
            .contains(
                "Enlarged %s; %s %s there already."
                    .formatted(
                        Counted.of(rest, "image"),
                        before.size(),
                        before.size() == 1 ? "was" : "were")),
        output());
  }

  /** The process that has not written anything yet must not make it either. */
  @Test
  void aFolderThatIsRemovedIsMadeAnewByNoProcess() throws Exception {
    Path to = out.resolve("to");
    Process launch = start("launch --processes 2 " + upscale(images(), to) + " --self-ensemble");
    await(() -> Files.isDirectory(to));
    Path moved = Files.move(to, out.resolve("moved"));
    assertEquals(1, ended(launch), output());
    assertTrue(output().contains(to + " is no longer there: the folder was removed"), output());
    assertFalse(Files.exists(to), output());
    assertTrue(modified(moved).isEmpty(), output());
  }

  @Test
  void otherWeightsOptionsOrImagesAreNotResumed() throws IOException {
    Path some = Files.createDirectory(out.resolve("some"));
    for (int i = 10; i < IMAGES; i++) {
      Files.copy(images().resolve("image" + i + ".png"), some.resolve("image" + i + ".png"));
    }
    String command = upscale(some, out.resolve("to"));
    assertEquals(0, CommandLineRun.of(words(command)).code());
    assertEnlarged(0, command);
    assertEnlarged(2, command + " --self-ensemble");
    assertEnlarged(2, command);
    Files.copy(
        images().resolve("image1.png"),
        some.resolve("image11.png"),
        StandardCopyOption.REPLACE_EXISTING);
    assertEnlarged(1, command);
    // A file that is not whole any more is made again.
    Path torn = out.resolve("to").resolve("image10.png");
    byte[] bytes = Files.readAllBytes(torn);
    Files.write(torn, Arrays.copyOf(bytes, bytes.length - 100));
    assertEnlarged(1, command);
    assertArrayEquals(bytes, Files.readAllBytes(torn));
  }

  private static void assertEnlarged(int expected, String command) {
    CommandLineRun run = CommandLineRun.of(words(command + " --resume"));
    assertEquals(0, run.code(), run.err());
    assertEquals(expected, lines(run.out(), " -> ").size(), run.out());
  }

  @Test
  void imagesThatCanNotBeReadAreNamedAtTheEnd() throws IOException {
    Path some = Files.createDirectory(out.resolve("some"));
    Files.copy(images().resolve("image11.png"), some.resolve("good.png"));
    Files.writeString(some.resolve("bad1.png"), "no image");
    Files.writeString(some.resolve("bad2.png"), "");
    Path to = out.resolve("to");
    CommandLineRun run = CommandLineRun.of(words(upscale(some, to)));
    assertEquals(1, run.code());
    assertEquals(List.of("good.png"), List.copyOf(modified(to).keySet()));
    assertEquals(1, lines(run.err(), some + "/bad1.png: ").size(), run.err());
    assertTrue(
        run.err()
            .contains(
                "butcherblock: 2 of 3 images could not be enlarged, for reasons told above: "
                    + some.resolve("bad1.png")
                    + ", "
                    + some.resolve("bad2.png")
                    + "."),
        run.err());

    CommandLineRun eval =
        CommandLineRun.of(words(eval().replace(images().toString(), some.toString())));
    assertEquals(1, eval.code());
    assertEquals(
        List.of(
            "good",
            "mean of 1",
            "These means are of 1 image only, for 2 of the data set could not be evaluated."),
        eval.out()
            .lines()
            .filter(line -> line.matches("(good|mean|These) .*"))
            .map(line -> line.replaceAll("  +.*", ""))
            .toList(),
        eval.out());
    assertTrue(eval.err().contains("2 of 3 images could not be evaluated"), eval.err());
    assertTrue(eval.err().contains("some/bad1, some/bad2."), eval.err());
  }

  private static String upscale(Path from, Path to) {
    return "upscale oisr-lf-s --threads 1 --weights " + weights() + " " + from + " --out " + to;
  }

  private static String eval() {
    return "eval oisr-lf-s --threads 1 --weights " + weights() + " --data " + images();
  }

  private static Path weights() {
    return folder.resolve("run").resolve("weights.safetensors");
  }

  private Process start(String command) throws IOException {
    return MainProcess.start(out.resolve("output"), Map.of(), List.of(words(command)));
  }

  private static int ended(Process process) throws InterruptedException {
    return MainProcess.ended(process);
  }

  /** What rank 0 of two printed, without its progress. */
  private String byHand(String command) throws Exception {
    String port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = String.valueOf(socket.getLocalPort());
    }
    List<Process> ranks = new ArrayList<>();
    for (int rank = 0; rank < 2; rank++) {
      Map<String, String> variables =
          Map.of(
              "RANK",
              String.valueOf(rank),
              "LOCAL_RANK",
              String.valueOf(rank),
              "WORLD_SIZE",
              "2",
              "MASTER_ADDR",
              "127.0.0.1",
              "MASTER_PORT",
              port,
              "TORCH_CPP_LOG_LEVEL",
              "ERROR");
      ranks.add(
          MainProcess.start(out.resolve("output" + rank), variables, List.of(words(command))));
    }
    for (Process rank : ranks) {
      assertEquals(0, ended(rank), Files.readString(out.resolve("output0")));
    }
    assertEquals("", withoutNotes("output1"));
    return withoutNotes("output0");
  }

  /** Without progress. */
  private String withoutNotes(String file) throws IOException {
    return Files.readString(out.resolve(file))
        .lines()
        .filter(line -> !line.startsWith("evaluate: "))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private String output() throws IOException {
    return Files.readString(out.resolve("output"));
  }

  private static List<String> lines(String text, String part) {
    return text.lines().filter(line -> line.matches(".*" + part + ".*")).sorted().toList();
  }

  private static void assertSameFiles(Path expected, Path actual) throws IOException {
    assertEquals(IMAGES, modified(expected).size());
    assertEquals(modified(expected).keySet(), modified(actual).keySet());
    for (String name : modified(expected).keySet()) {
      assertArrayEquals(
          Files.readAllBytes(expected.resolve(name)),
          Files.readAllBytes(actual.resolve(name)),
          name);
    }
  }

  /** The images of a folder, without what is still being written. */
  private static Map<String, FileTime> modified(Path of) throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    if (Files.exists(of)) {
      for (Path file : ImageFiles.list(of)) {
        times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  /** A condition that looks at files. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MainProcess.PATIENCE);
    while (!condition.holds()) {
      assertTrue(System.nanoTime() < end, "The run does not begin.");
      Thread.sleep(5);
    }
  }

  private static String[] words(String command) {
    return command.split(" ", -1);
  }
}
