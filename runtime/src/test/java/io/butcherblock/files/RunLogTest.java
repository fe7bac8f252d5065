package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeThreeSteps() {
    file = folder.resolve("run/log.jsonl");
    try (RunLog log = RunLog.open(file)) {
      log.write(Map.of("network", "oisr"));
      for (int step = 1; step <= 3; step++) {
        log.write(Map.of("step", step * 10, "loss", 1.0 / step));
      }
    }
  }

  @Test
  void recordsComeBackInOrder() {
    List<JsonNode> records = RunLog.read(file);
    assertEquals(4, records.size());
    assertEquals("oisr", records.get(0).get("network").textValue());
    assertEquals(0.5, records.get(2).get("loss").doubleValue());
  }

  @Test
  void aRecordIsInTheFileBeforeTheLogIsClosed() {
    try (RunLog log = RunLog.open(file)) {
      log.write(Map.of("step", 40));
      assertEquals(5, RunLog.read(file).size());
    }
  }

  @Test
  void aTornLastLineIsPassedOverAndCutOffWhenTheRunGoesOn() throws IOException {
    Files.writeString(file, "{\"step\":40,\"lo", StandardOpenOption.APPEND);
    assertEquals(4, RunLog.read(file).size());
    try (RunLog log = RunLog.open(file)) {
      log.write(Map.of("step", 40));
    }
    assertEquals(40, RunLog.read(file).get(4).get("step").intValue());
  }

  @Test
  void recordsBehindAStepAreDropped() {
    RunLog.truncateAfter(file, 20);
    List<JsonNode> records = RunLog.read(file);
    assertEquals(3, records.size());
    assertEquals(20, records.get(2).get("step").intValue());
  }

  @Test
  void aDamagedLineIsNamed() throws IOException {
    Files.writeString(file, "{\"a\":1}\n[1]\n{\"b\":2}\n");
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> RunLog.read(file));
    assertTrue(error.getMessage().contains("line 2 is no JSON object"), error.getMessage());
    assertThrows(ButcherblockException.class, () -> RunLog.read(folder.resolve("none")));
    assertThrows(ButcherblockException.class, () -> RunLog.open(folder));
  }
}
