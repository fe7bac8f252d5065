package io.butcherblock.benchmarks.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimePerStepTest {

  private static final String RECIPE = "{\"batch\":16}";

  @Test
  void theFirstStepAndOtherLinesDoNotCount() throws IOException {
    List<String> log =
        List.of(RECIPE, step(1), step(16), step(8), step(4), "{\"step\":4,\"validation_psnr\":30}");
    assertEquals(2000, TimePerStep.ofLog(log));
  }

  @Test
  void aLogWithoutStepsIsNoTime() {
    assertThrows(IllegalStateException.class, () -> TimePerStep.ofLog(List.of(RECIPE, step(1))));
  }

  private static String step(int patchesPerSecond) {
    return "{\"step\":1,\"patches_per_second\":" + patchesPerSecond + ".0}";
  }
}
