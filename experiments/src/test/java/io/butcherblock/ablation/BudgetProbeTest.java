package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.dsl.Layer;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.train.Validation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;

class BudgetProbeTest {

  private static final int SCALE = 2;

  private final List<ImagePair> pairs =
      List.of(ImagePair.of("a", SyntheticImages.generate(1, 48, 48), SCALE));

  /** A hundred times longer, where the machine may be a few times slower at the second call. */
  @Test
  void moreTimeGivesMoreSteps() {
    long minutes = steps(Duration.ofMinutes(1));
    assertTrue(minutes >= 1);
    assertTrue(steps(Duration.ofMinutes(100)) > 2 * minutes);
  }

  @Test
  void timeThatTestsAloneTakeIsRefused() {
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> steps(Duration.ofNanos(1)));
    assertTrue(error.getMessage().startsWith("Testing 4 runs takes about"), error.getMessage());
  }

  @Test
  void itCanBeStopped() {
    assertThrows(CancellationException.class, () -> steps(Duration.ofMinutes(1), () -> true));
  }

  private long steps(Duration time) {
    return steps(time, () -> false);
  }

  private long steps(Duration time, BooleanSupplier stop) {
    NetworkSpec one = ScoresForTests.network("one", Layer.CONV_3X3);
    NetworkSpec two = ScoresForTests.network("two", Layer.CONV_3X3, Layer.CONV_3X3);
    Images images =
        new Images(
            "one image",
            pairs,
            Validation.of(pairs, SCALE),
            List.of(TestSet.of("one", pairs, SCALE)));
    try (Device cpu = new Device("cpu")) {
      return new BudgetProbe(
              EqualCompute.of(List.of(one, two), 2, 4, SCALE),
              images,
              new Settings(2, 1, SCALE, 8, 2, 1e-3, Precision.FP32),
              cpu,
              stop)
          .steps(time);
    }
  }
}
