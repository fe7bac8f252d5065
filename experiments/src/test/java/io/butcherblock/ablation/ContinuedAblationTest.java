package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.DeviceChoice;
import io.butcherblock.dsl.Layer;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.train.Budget;
import io.butcherblock.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeds are added to an ablation only if the images are those of the seeds before. */
class ContinuedAblationTest {

  private static final NetworkSpec NARROW = ScoresForTests.network("a", Layer.CONV_3X3);
  private static final NetworkSpec PRELU = ScoresForTests.network("b", Layer.PRELU, Layer.CONV_3X3);

  @TempDir private Path folder;

  @BeforeEach
  void begin() {
    writeImage("data", 1);
    writeImage("test", 2);
    assertEquals(1, seeds(1));
  }

  @Test
  void theSameImagesContinue() {
    assertEquals(2, seeds(2));
  }

  @Test
  void otherImagesToTestOnAreRefused() {
    writeImage("test", 3);
    assertRefused("The test images of test are not those that the ablation in ");
  }

  @Test
  void otherImagesToTrainOnAreRefused() {
    writeImage("data", 3);
    assertRefused("The training images are not those that the ablation in ");
  }

  @Test
  void anAblationThatAnotherThreadClosesContinuesLater() throws InterruptedException {
    try (Ablation ablation = ablation(2)) {
      Thread closing = new Thread(ablation::close);
      Ablation.Listener closer =
          new Ablation.Listener() {
            @Override
            public TrainingListener run(PlannedRun run) {
              closing.start();
              while (closing.getState() != Thread.State.WAITING && closing.isAlive()) {
                Thread.onSpinWait();
              }
              return TrainingListener.none();
            }
          };
      assertEquals(Optional.empty(), ablation.run(new Budget.Steps(1), closer, () -> false));
      closing.join();
      assertThrows(IllegalStateException.class, () -> ablation.run(new Budget.Steps(1)));
    }
    assertEquals(2, seeds(2));
  }

  /** The second time is that of their digest. */
  @Test
  void imagesToTestOnAreReadOnce() throws IOException {
    Images images =
        Images.of(List.of(folder.resolve("data")), List.of(folder.resolve("test")), 2, 1);
    Map<String, String> digests = images.digests();
    Files.delete(folder.resolve("test").resolve("a.png"));
    assertEquals(digests, images.digests());
  }

  private void assertRefused(String beginning) {
    String message = assertThrows(ButcherblockException.class, () -> seeds(2)).getMessage();
    assertTrue(message.startsWith(beginning), message);
  }

  private void writeImage(String name, long seed) {
    ImageFiles.write(SyntheticImages.generate(seed, 32, 32), folder.resolve(name).resolve("a.png"));
  }

  /** Trains until there are so many seeds; returns how many runs the best network has then. */
  private int seeds(int count) {
    try (Ablation ablation = ablation(count)) {
      return ablation.run(new Budget.Steps(1)).scores().get(0).results().size();
    }
  }

  private Ablation ablation(int seeds) {
    return Ablation.of(EqualCompute.of(List.of(NARROW, PRELU), 1, 4, 2))
        .images(folder.resolve("data"))
        .tests(folder.resolve("test"))
        .folder(folder.resolve("out"))
        .patch(8)
        .batch(1)
        .seeds(seeds)
        .device(DeviceChoice.CPU)
        .open();
  }
}
