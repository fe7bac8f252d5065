package io.butcherblock.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTest {

  @Test
  void argumentsSurviveTheCommandLine() {
    Arguments arguments =
        new Arguments(Map.of("folder", "/a folder/with=signs")).with("threads", 2);
    assertEquals(arguments, Arguments.parse(arguments.words()));
    assertEquals(2, Arguments.parse(arguments.words()).number("threads"));
    assertEquals(Path.of("/a folder/with=signs"), arguments.path("folder"));
  }

  @Test
  void whatIsNotAnArgumentIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Arguments.parse(List.of("threads")));
    assertThrows(IllegalArgumentException.class, () -> new Arguments(Map.of()).text("threads"));
  }

  @Test
  void anAnswerIsItsContent() {
    assertEquals("12.5 0", content(Answer.ok("12.5 0")));
    assertEquals("", content(Answer.ok("")));
  }

  @Test
  void aFailureNamesTheChildAndTheFirstLine() {
    assertEquals("DJL failed: no space", failure(Answer.failed("no space\n\tat native code")));
    assertEquals("DJL failed: its process ended", failure(null));
    assertEquals("DJL failed: what is this", failure("what is this"));
  }

  private static String failure(String line) {
    return assertThrows(IllegalStateException.class, () -> content(line)).getMessage();
  }

  private static String content(String line) {
    return Answer.content("DJL", Optional.ofNullable(line));
  }

  @Test
  void numbersSurviveTheDisk(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("numbers");
    FloatFile.write(file, List.of(new float[] {1.5f, Float.NaN}, new float[] {-0.1f}));
    assertArrayEquals(new float[] {1.5f, Float.NaN, -0.1f}, FloatFile.read(file));
  }

  @Test
  void peakMemoryIsTheHighWaterMark() {
    assertEquals(
        2048,
        ProcessMemory.of(
            ProcessMemory.HIGH_WATER,
            List.of("VmPeak:\t 9999 kB", "VmHWM:\t    2048 kB", "VmRSS:\t 12 kB")));
    assertEquals(
        ProcessMemory.UNKNOWN, ProcessMemory.of(ProcessMemory.HIGH_WATER, List.of("Name:\tjava")));
  }
}
