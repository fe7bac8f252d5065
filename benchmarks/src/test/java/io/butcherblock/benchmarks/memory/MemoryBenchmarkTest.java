package io.butcherblock.benchmarks.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.ChildSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryBenchmarkTest {

  @Test
  void tellsMemoryAfterEachTurnAndThePeak(@TempDir Path folder) throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "This system does not tell memory.");
    MemoryFindings findings =
        MemoryBenchmark.measure(
            new ChildSettings(1, folder), MeasuredNetwork.of("oisr-lf-s").withSize(2, 8), 3, 2, 2);
    for (MemoryFindings.Course course : findings.courses()) {
      assertEquals(3, course.mebibytes().size());
      assertTrue(course.mebibytes().stream().allMatch(mebibytes -> mebibytes > 0));
    }
    assertTrue(findings.peak().mebibytes() > findings.peak().before());
    assertTrue(findings.text().contains("6 steps"), findings.text());
  }
}
