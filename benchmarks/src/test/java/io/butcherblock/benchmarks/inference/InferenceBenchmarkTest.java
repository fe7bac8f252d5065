package io.butcherblock.benchmarks.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.python.PythonPrograms;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.image.ImageSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real subjects on networks of a moment; that they agree is checked by the run. */
class InferenceBenchmarkTest {

  @Test
  void oneNetworkMayBeWanted() {
    assertEquals(2, InferenceBenchmark.networks(Optional.empty()).size());
    assertEquals(
        List.of("oisr-rk3"),
        InferenceBenchmark.networks(Optional.of("oisr-rk3")).stream()
            .map(one -> one.spec().name())
            .toList());
    assertEquals(
        "The network edsr is not among those that are measured: oisr-lf-s, oisr-rk3.",
        assertThrows(
                IllegalStateException.class, () -> InferenceBenchmark.networks(Optional.of("edsr")))
            .getMessage());
  }

  @Test
  void everySubjectEnlargesTheSameImage(@TempDir Path folder) throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "DJL's natives are those for Linux on x86-64");
    String table =
        InferenceBenchmark.measure(
                new Clock("inference", 0, 1),
                new ChildSettings(1, folder),
                new PythonPrograms(List.of("no-such-python")),
                List.of(MeasuredNetwork.of("oisr-rk3").withSize(2, 8)),
                new ImageSize(20, 14))
            .text();
    for (String subject :
        new String[] {"ours", "ONNX Runtime", "DJL", "OpenCV", "OpenCV, no Winograd"}) {
      assertEquals(
          1,
          table
              .lines()
              .filter(line -> line.contains(", 20x14") && line.contains("  " + subject + "  "))
              .count(),
          table);
    }
    assertTrue(
        table.contains("Python's PyTorch is left out: not installed; no module torch in no-such"),
        table);
  }
}
