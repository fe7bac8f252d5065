package io.butcherblock.benchmarks.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileTaskTest {

  @TempDir private Path folder;

  @Test
  void aCompileThatGeneratesNothingIsNotMeasured() {
    IllegalStateException thrown =
        assertThrows(IllegalStateException.class, () -> task("a", 5).run());
    assertEquals("a: 0 blocks were generated, not 5.", thrown.getMessage());
  }

  @Test
  void leavesNoOutput() throws Exception {
    assertEquals(3, task("a", 0).run());
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  private CompileTask task(String name, int schemes) {
    CompileInput input = new CompileInput(name, List.of(), schemes, Processing.FULL);
    return new CompileTask(input, CompileTaskTest::compile, folder);
  }

  private static double compile(CompileInput input, Path output) throws IOException {
    Files.writeString(output.resolve("written"), input.name());
    return 3;
  }
}
