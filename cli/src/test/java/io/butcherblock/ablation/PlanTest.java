package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

  private static final Map<String, String> BEGUN = Map.of("--patch", "3");

  @TempDir private Path folder;

  @Test
  void stepsAreMeasuredOnce() {
    assertEquals(70, new Plan(folder, BEGUN).steps(() -> 70));
    assertEquals(70, new Plan(folder, BEGUN).steps(() -> 90));
  }

  @Test
  void otherOptionsAreRefused() {
    new Plan(folder, BEGUN).steps(() -> 70);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> new Plan(folder, Map.of("--patch", "2")).steps(() -> 70));
    assertEquals(
        "The ablation in "
            + folder
            + " was begun with --patch 3, not 2; give the same, or another --out.",
        error.getMessage());
  }

  @Test
  void whatIsNoPlanIsTold() throws IOException {
    Files.writeString(folder.resolve("plan.json"), "{\"options\": {\"--patch\": \"3\"}}");
    assertThrows(ButcherblockException.class, () -> new Plan(folder, BEGUN).steps(() -> 70));
    Files.writeString(folder.resolve("plan.json"), "{");
    assertThrows(ButcherblockException.class, () -> new Plan(folder, BEGUN).steps(() -> 70));
  }
}
