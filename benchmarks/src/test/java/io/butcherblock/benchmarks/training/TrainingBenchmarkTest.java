package io.butcherblock.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.python.PythonPrograms;
import io.butcherblock.benchmarks.report.Clock;
import io.butcherblock.throughput.Input;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real subjects on a network of a moment; that the losses agree is checked by the run. */
class TrainingBenchmarkTest {

  @Test
  void everySubjectTrainsTheSameNetwork(@TempDir Path folder) throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "DJL's natives are those for Linux on x86-64");
    String table =
        TrainingBenchmark.measure(
                new Clock("training", 0, 1),
                new ChildSettings(1, folder),
                PythonPrograms.named(Optional.empty()),
                MeasuredNetwork.of("oisr-lf-s").withSize(2, 8),
                new Input(2, 12, 12))
            .text();
    for (String subject : new String[] {"ours", "plain bindings"}) {
      assertEquals(
          1,
          table
              .lines()
              .filter(
                  line ->
                      line.contains(", step of 2 patches of 12x12")
                          && line.contains("  " + subject + "  "))
              .count(),
          table);
    }
    // Where a virtual machine hides its caches, oneDNN's gradients in DJL's layout are wrong:
    // docs/gradients.md.
    assertTrue(
        Pattern.compile("  DJL  | DJL is left out: the losses of the first steps:")
            .matcher(table)
            .find(),
        table);
    // Not every machine has it.
    assertTrue(
        Pattern.compile("  Python's PyTorch  | Python's PyTorch is left out: not installed")
            .matcher(table)
            .find(),
        table);
    assertTrue(table.contains("oneDNN blocked"), table);
  }
}
