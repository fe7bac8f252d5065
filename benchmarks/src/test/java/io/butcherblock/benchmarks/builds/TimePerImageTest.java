package io.butcherblock.benchmarks.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.benchmarks.process.ColdStart;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TimePerImageTest {

  private static final Path SLEEP = Path.of("/bin/sleep");

  @Test
  void theStartIsNotPartOfAnImage() throws Exception {
    assumeTrue(Files.isExecutable(SLEEP), "no " + SLEEP);
    TimePerImage image = new TimePerImage(sleeping("0.2"), sleeping("1.4"), 4);
    assertEquals(300, image.run(), 150);
  }

  private static ColdStart sleeping(String seconds) {
    return new ColdStart("asleep", new ProcessBuilder(SLEEP.toString(), seconds));
  }
}
