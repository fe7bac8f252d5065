package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.dsl.Layer;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.train.Budget;
import io.butcherblock.train.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must be the same where an ablation goes on: all that its table compares. */
class ContinuedSettingsTest {

  private static final Budget LENGTH = new Budget.Steps(2);
  private static final Settings SETTINGS = new Settings(2, 1, 2, 8, 2, 1e-3, Precision.FP32);

  private final Device cpu = new Device("cpu");
  private final Images images = images("one image", "one");
  private final List<Candidate> candidates = candidates(4);

  @TempDir private Path out;

  private static Images images(String training, String test) {
    List<ImagePair> pairs = List.of(ImagePair.of("a", SyntheticImages.generate(1, 48, 48), 2));
    return new Images(
        training, pairs, Validation.of(pairs, 2), List.of(TestSet.of(test, pairs, 2)));
  }

  private static List<Candidate> candidates(int channels) {
    return EqualCompute.of(
        List.of(
            ScoresForTests.network("a", Layer.CONV_3X3),
            ScoresForTests.network("b", Layer.CONV_3X3)),
        1,
        channels,
        2);
  }

  @BeforeEach
  void begin() {
    try (Ablation ablation = new Ablation(out, candidates, images, SETTINGS, cpu)) {
      assertTrue(ablation.run(LENGTH, new Ablation.Listener() {}, () -> true).isEmpty());
    }
  }

  @AfterEach
  void close() {
    cpu.close();
  }

  private void check(List<Candidate> networks, Images ofThem, Settings settings, Budget length) {
    try (Ablation ablation = new Ablation(out, networks, ofThem, settings, cpu)) {
      ablation.check(length);
    }
  }

  private void assertRefused(
      String words, List<Candidate> networks, Images ofThem, Settings settings, Budget length) {
    ButcherblockException refusal =
        assertThrows(ButcherblockException.class, () -> check(networks, ofThem, settings, length));
    assertEquals(
        "The ablation in "
            + out
            + " was begun with "
            + words
            + "; give the same, or another output folder.",
        refusal.getMessage());
  }

  private void assertRefused(String words, Settings settings) {
    assertRefused(words, candidates, images, settings, LENGTH);
  }

  @Test
  void seedsCanBeAdded() {
    check(candidates, images, new Settings(5, 1, 2, 8, 2, 1e-3, Precision.FP32), LENGTH);
  }

  @Test
  void otherSettingsAreRefused() {
    assertRefused("a seed of 1, not 2", new Settings(2, 2, 2, 8, 2, 1e-3, Precision.FP32));
    assertRefused("a scale of 2, not 3", new Settings(2, 1, 3, 8, 2, 1e-3, Precision.FP32));
    assertRefused("a patch size of 8, not 9", new Settings(2, 1, 2, 9, 2, 1e-3, Precision.FP32));
    assertRefused("a batch size of 2, not 3", new Settings(2, 1, 2, 8, 3, 1e-3, Precision.FP32));
    assertRefused(
        "a learning rate of 0.001, not 0.002", new Settings(2, 1, 2, 8, 2, 2e-3, Precision.FP32));
    assertRefused(
        "a precision of fp32, not bf16", new Settings(2, 1, 2, 8, 2, 1e-3, Precision.BF16));
  }

  @Test
  void otherNetworksImagesAndLengthsAreRefused() {
    assertRefused(
        "the networks euler-for-tests a 1 x 4, euler-for-tests b 1 x 4, not euler-for-tests a 1 x"
            + " 5, euler-for-tests b 1 x 5",
        candidates(5),
        images,
        SETTINGS,
        LENGTH);
    assertRefused(
        "training on one image, not another",
        candidates,
        images("another", "one"),
        SETTINGS,
        LENGTH);
    assertRefused(
        "testing on one (1 image), not two (1 image)",
        candidates,
        images("one image", "two"),
        SETTINGS,
        LENGTH);
    assertRefused(
        "a length of 2 steps, not 3 steps", candidates, images, SETTINGS, new Budget.Steps(3));
    assertThrows(
        ButcherblockException.class,
        () -> check(candidates, images, SETTINGS, new Budget.Time(Duration.ofMinutes(1))));
  }
}
