package io.butcherblock.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.benchmarks.process.ChildProcess.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  @TempDir private Path folder;

  /** Counts; prints where a library would. */
  public static final class Counting implements ChildProgram {

    @Override
    public Map<String, Work> open(Arguments arguments) {
      System.out.println("a library greets");
      int[] count = {arguments.number("first")};
      return Map.of(
          "count",
          () -> {
            System.out.println("a library speaks");
            return new float[] {count[0]++, 0.5f};
          },
          "sleep",
          () -> {
            Thread.sleep(60);
            return new float[0];
          },
          "fail",
          () -> {
            throw new IOException("the disk is full");
          });
    }

    @Override
    public Map<String, String> versions() {
      return Map.of("counter", "1.0 beta");
    }
  }

  @Test
  void doesWhatItIsAsked() throws Exception {
    try (ChildProcess child = start(Counting.class)) {
      child.run("count");
      assertArrayEquals(new float[] {8, 0.5f, 9, 0.5f}, child.check("count", 2, folder));
      assertEquals(Map.of("counter", "1.0 beta"), child.versions());
    }
  }

  @Test
  void aFolderMayHaveSpacesInItsName() throws Exception {
    Path spaced = Files.createDirectory(folder.resolve("two  words"));
    try (ChildProcess child = start(Counting.class)) {
      assertArrayEquals(new float[] {7, 0.5f}, child.check("count", 1, spaced));
    }
  }

  @Test
  void timesTheWorkAlone() throws Exception {
    try (ChildProcess child = start(Counting.class)) {
      assertTrue(child.run("sleep").milliseconds() >= 60);
      Thread.sleep(300);
      Timing timing = child.run("count");
      assertTrue(timing.milliseconds() < 200, timing::toString);
      assertTrue(timing.idleProcessorMilliseconds() >= 0, timing::toString);
    }
  }

  @Test
  void aFailureIsASentenceWithThePlaceOfTheMessages() throws Exception {
    try (ChildProcess child = start(Counting.class)) {
      IllegalStateException thrown =
          assertThrows(IllegalStateException.class, () -> child.run("fail"));
      String message = thrown.getMessage();
      assertTrue(
          message.startsWith("counter failed: java.io.IOException: the disk is full; "), message);
      assertTrue(message.contains(folder.toString()), message);
    }
  }

  @Test
  void anUnknownWorkIsRefusedByName() throws Exception {
    try (ChildProcess child = start(Counting.class)) {
      IllegalStateException thrown =
          assertThrows(IllegalStateException.class, () -> child.run("cuont"));
      assertTrue(thrown.getMessage().contains("There is no work cuont"), thrown::getMessage);
    }
  }

  /** Ends the process at once, as a crash of a native library does. */
  public static final class Crashing implements ChildProgram {

    @Override
    public Map<String, Work> open(Arguments arguments) {
      Runtime.getRuntime().halt(1);
      return Map.of();
    }

    @Override
    public Map<String, String> versions() {
      return Map.of();
    }
  }

  @Test
  void aCrashIsTold() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> start(Crashing.class));
    assertTrue(
        thrown.getMessage().startsWith("counter failed: its process ended; "), thrown::getMessage);
  }

  private ChildProcess start(Class<? extends ChildProgram> subject) throws IOException {
    return ChildProcess.start(
        "counter",
        Launch.java(subject),
        new Arguments(Map.of("first", "7")),
        new ChildSettings(1, folder));
  }
}
