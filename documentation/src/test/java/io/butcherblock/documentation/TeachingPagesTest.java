package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.TrainingRun;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Preset;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The declarations of the pages for beginners are accepted, and their networks can be trained. */
class TeachingPagesTest {

  @TempDir private static Path folder;
  private static Path images;

  @BeforeAll
  static void makeImages() {
    images = folder.resolve("images");
    for (int i = 0; i < 3; i++) {
      byte[] samples = new byte[3 * 48 * 40];
      new Random(i).nextBytes(samples);
      ImageFiles.write(Image.of(48, 40, 3, samples), images.resolve("image" + i + ".png"));
    }
  }

  @Test
  void forJavaDevelopers() throws Exception {
    PagePrograms page = PagePrograms.compile("docs/for-java-developers.md", folder.resolve("java"));
    assertEquals(Set.of("Mine", "MyFamily", "MyHeun", "MyLm", "TrainMine"), page.names());
    Path run = folder.resolve("run");
    String printed = page.main("TrainMine", "my-lm-net", images.toString(), run.toString());
    assertEquals(run.resolve("weights.safetensors").toString(), printed.strip());
    assertTrue(Files.exists(Path.of(printed.strip())));
    assertTrains(page, "my-family-net", "body.7.a", 1.0 / 3, 2.0 / 3, 1);
    assertTrains(page, "my-lm-net", "body.11.k", -0.5, 0.25, 1);
  }

  @Test
  void forNumericalAnalysts() throws Exception {
    PagePrograms page =
        PagePrograms.compile("docs/for-numerical-analysts.md", folder.resolve("ode"));
    assertEquals(Set.of("Ab2FromHeun", "DoubleNode", "LmSteps", "ThreeQuarters"), page.names());
    assertTrains(page, "double-node-net", "body.5.w", 0.25, 0.375, 0.75);
    assertTrains(page, "lm-steps-net", "body.11.k", -0.5, 0.25, 1);
  }

  /** A few steps move a free parameter away from its start, inside its interval. */
  private static void assertTrains(
      PagePrograms page, String name, String parameter, double low, double start, double high)
      throws IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = page.loader()) {
      Thread.currentThread().setContextClassLoader(loader);
      NetworkSpec spec = Catalogue.onClassPath().network(name);
      try (TrainingRun run =
          TrainingRun.of(spec, 2)
              .images(images)
              .options(
                  Preset.SHORT.options().withPatch(12).withBatch(2).withBudget(new Budget.Steps(3)))
              .open()) {
        run.train();
        double logit = run.network().parameters().byName().get(parameter).item_float();
        double value = low + (high - low) / (1 + Math.exp(-logit));
        assertTrue(low < value && value < high, name + ": " + value);
        assertTrue(Math.abs(value - start) > 1e-6, name + ": " + value);
      }
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
