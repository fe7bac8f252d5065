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

  private static final Map<String, String> IMAGES =
      Map.of("test images of Set5", "5 with digest 1");

  @TempDir private Path folder;

  @Test
  void stepsAreMeasuredOnce() {
    assertEquals(70, new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 70));
    assertEquals(70, new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 90));
  }

  @Test
  void otherOptionsAreRefused() {
    new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 70);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> new Plan(folder, FACTS, Map.of(Setting.PATCH_SIZE, "2"), IMAGES).steps(() -> 70));
    assertEquals(
        "The ablation in "
            + folder
            + " was begun with a patch size of 3, not 2; give the same, or another output folder.",
        error.getMessage());
  }

  @Test
  void otherImagesAreRefused() {
    new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 70);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> new Plan(folder, Map.of("testing on", "b"), BEGUN, IMAGES).steps(() -> 70));
    assertTrue(error.getMessage().contains("begun with testing on a, not b"), error.getMessage());
  }

  @Test
  void otherImagesOfTheSameNameAreRefused() {
    new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 70);
    Map<String, String> others = Map.of("test images of Set5", "5 with digest 2");
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> new Plan(folder, FACTS, BEGUN, others).steps(() -> 70));
    assertEquals(
        "The test images of Set5 are not those that the ablation in "
            + folder
            + " was begun with: 5 with digest 1 then, 5 with digest 2 now; put back what was there,"
            + " or give another output folder.",
        error.getMessage());
  }

  @Test
  void aPlanOfAnEarlierVersionSaysNothingOfPixels() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        "{\"options\": {\"testing on\": \"a\", \"patch_size\": \"3\"}, \"steps\": 70}");
    assertEquals(70, new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 90));
  }

  @Test
  void whatIsNoPlanIsTold() throws IOException {
    Files.writeString(
        folder.resolve("plan.json"),
        "{\"options\": {\"testing on\": \"a\", \"patch_size\": \"3\"}}");
    assertThrows(
        ButcherblockException.class, () -> new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 70));
    Files.writeString(folder.resolve("plan.json"), "{\"options\": {}, \"steps\": 70}");
    assertThrows(
        ButcherblockException.class, () -> new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 70));
    Files.writeString(folder.resolve("plan.json"), "{");
    assertThrows(
        ButcherblockException.class, () -> new Plan(folder, FACTS, BEGUN, IMAGES).steps(() -> 70));
  }
}
