package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

  private static final Map<Setting, String> BEGUN = Map.of(Setting.PATCH_SIZE, "3");

  private static final Map<String, String> FACTS = Map.of("testing on", "a");

  @TempDir private Path folder;

  @Test
  void stepsAreMeasuredOnce() {
    assertEquals(70, new Plan(folder, FACTS, BEGUN).steps(() -> 70));
    assertEquals(70, new Plan(folder, FACTS, BEGUN).steps(() -> 90));
  }

  @Test
  void otherOptionsAreRefused() {
    new Plan(folder, FACTS, BEGUN).steps(() -> 70);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> new Plan(folder, FACTS, Map.of(Setting.PATCH_SIZE, "2")).steps(() -> 70));
    assertEquals(
        "The ablation in "
            + folder
            + " was begun with a patch size of 3, not 2; give the same, or another output folder.",
        error.getMessage());
  }

  @Test
  void otherImagesAreRefused() {
    new Plan(folder, FACTS, BEGUN).steps(() -> 70);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> new Plan(folder, Map.of("testing on", "b"), BEGUN).steps(() -> 70));
    assertTrue(error.getMessage().contains("begun with testing on a, not b"), error.getMessage());
  }

  @Test
  void whatIsNoPlanIsTold() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        "{\"options\": {\"testing on\": \"a\", \"patch_size\": \"3\"}}");
    assertThrows(ButcherblockException.class, () -> new Plan(folder, FACTS, BEGUN).steps(() -> 70));
    Files.writeString(folder.resolve("plan.json"), "{\"options\": {}, \"steps\": 70}");
    assertThrows(ButcherblockException.class, () -> new Plan(folder, FACTS, BEGUN).steps(() -> 70));
    Files.writeString(folder.resolve("plan.json"), "{");
    assertThrows(ButcherblockException.class, () -> new Plan(folder, FACTS, BEGUN).steps(() -> 70));
  }
}
