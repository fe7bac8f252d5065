package io.butcherblock.pages;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPageTest {

  private static final String RECIPE = "{\"step\":0,\"loss\":\"L1 of RGB in 0..255\"}\n";

  @TempDir private Path run;

  @BeforeEach
  void describe() throws IOException {
    Files.writeString(
        run.resolve("run.json"),
        """
        {"network": {"network": "of-nowhere", "scale": "2", "scheme": "kutta3",
                     "vector_field": "gv2", "blocks": "2", "channels": "8"},
         "training": {"patch": "24", "batch": "8", "seed": "1"}}
        """);
  }

  /** Networks of different sizes are different curves; the best PSNR is that of the last. */
  @Test
  void eachLevelIsACurveOfItsOwn() throws IOException {
    String page =
        page(
            RECIPE
                + level(0, 1, 1)
                + "{\"step\":10,\"seconds\":1,\"loss\":9.5}\n"
                + "{\"step\":10,\"seconds\":1,\"validation_psnr\":31.25}\n"
                + level(10, 2, 2)
                + "{\"step\":20,\"seconds\":3,\"loss\":8.5}\n"
                + "{\"step\":20,\"seconds\":3,\"validation_psnr\":30.75}\n");
    assertTrue(page.contains("level 1: 1 block"), page);
    assertTrue(page.contains("level 2: 2 blocks"), page);
    assertTrue(page.contains("30.75 dB"), page);
    assertFalse(page.contains("31.25 dB"), page);
  }

  @Test
  void aRunWithoutLevelsIsOneCurve() throws IOException {
    String page =
        page(
            RECIPE
                + "{\"step\":10,\"seconds\":1,\"validation_psnr\":31.25}\n"
                + "{\"step\":20,\"seconds\":2,\"validation_psnr\":30.75}\n");
    assertTrue(page.contains("network"), page);
    assertFalse(page.contains("level 1"), page);
    assertTrue(page.contains("31.25 dB"), page);
  }

  @Test
  void bicubicMayBeExact() throws IOException {
    Files.writeString(run.resolve("log.jsonl"), RECIPE);
    Path page = run.resolve("page.html");
    TrainingPage.read(run).withBicubic(Double.POSITIVE_INFINITY).write(page);
    assertTrue(Files.readString(page).contains("<dt>bicubic</dt><dd>inf dB</dd>"));
    TrainingPage.read(run).withBicubic(28.416).write(page);
    assertTrue(Files.readString(page).contains("<dt>bicubic</dt><dd>28.42 dB</dd>"));
  }

  private static String level(int step, int level, int blocks) {
    return "{\"step\":%s,\"seconds\":1,\"level\":%s,\"levels\":2,\"blocks\":%s}\n"
        .formatted(step, level, blocks);
  }

  private String page(String log) throws IOException {
    Files.writeString(run.resolve("log.jsonl"), log);
    Path page = run.resolve("page.html");
    TrainingPage.read(run).write(page);
    return Files.readString(page);
  }
}
