package io.butcherblock.benchmarks.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConvolutionSizeTest {

  @Test
  void aBackwardPassCountsAsTwoForwardPasses() {
    ConvolutionSize forward = new ConvolutionSize(64, 1, 180, 320, false);
    assertEquals(2.0 * 9 * 64 * 64 * 180 * 320 / 1e9, forward.gigaflop(), 1e-9);
    ConvolutionSize both = new ConvolutionSize(64, 1, 180, 320, true);
    assertEquals(3 * forward.gigaflop(), both.gigaflop(), 1e-9);
  }

  @Test
  void everyLayoutWorksForwardAndBackward() throws Exception {
    for (boolean training : new boolean[] {false, true}) {
      ConvolutionSize size = new ConvolutionSize(16, 2, 6, 5, training);
      Arguments arguments = size.addTo(new Arguments(Map.of(ChildSettings.THREADS, "1")));
      assertEquals(size, ConvolutionSize.from(arguments));
      Map<String, Work> works = new MachineLimit().open(arguments);
      assertEquals(2 * Layout.values().length + 1, works.size());
      for (Work work : works.values()) {
        work.run();
        work.close();
      }
    }
  }
}
