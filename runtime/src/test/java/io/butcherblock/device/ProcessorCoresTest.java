package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProcessorCoresTest {

  @TempDir private Path folder;

  /** Four cores with two threads each, the second ones numbered behind all first ones. */
  private OptionalInt ofEight(String allowed) throws IOException {
    for (int cpu = 0; cpu < 8; cpu++) {
      Path topology = Files.createDirectories(folder.resolve("cpu" + cpu + "/topology"));
      int first = cpu % 4;
      Files.writeString(
          topology.resolve("thread_siblings_list"), "%s,%s\n".formatted(first, first + 4));
    }
    Path status =
        Files.writeString(
            folder.resolve("status"),
            "Name:\tjava\nCpus_allowed:\tff\nCpus_allowed_list:\t%s\n".formatted(allowed));
    return ProcessorCores.count(status, folder);
  }

  @Test
  void threadsOfACoreAreOne() throws IOException {
    assertEquals(OptionalInt.of(4), ofEight("0-7"));
    assertEquals(OptionalInt.of(4), ofEight("0-3"));
    assertEquals(OptionalInt.of(1), ofEight("1,5"));
    assertEquals(OptionalInt.of(3), ofEight("0-1,4-6"));
    assertEquals(OptionalInt.of(1), ofEight("7"));
  }

  @Test
  void whatIsNotToldIsEmpty() throws IOException {
    assertEquals(OptionalInt.empty(), ofEight("0-8"));
    assertEquals(OptionalInt.empty(), ofEight("all"));
    assertEquals(OptionalInt.empty(), ofEight(""));
    assertEquals(OptionalInt.empty(), ProcessorCores.count(folder.resolve("none"), folder));
  }

  @Test
  void containersAndOtherSystemsLimitIt() {
    assertEquals(4, DefaultThreads.of(1, OptionalInt.of(4), 8));
    assertEquals(2, DefaultThreads.of(32, OptionalInt.of(32), 2));
    assertEquals(6, DefaultThreads.of(6, OptionalInt.empty(), 12));
    assertEquals(1, DefaultThreads.of(0, OptionalInt.empty(), 3));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linuxTellsHere() {
    assertTrue(ProcessorCores.count().orElseThrow() >= 1);
  }
}
