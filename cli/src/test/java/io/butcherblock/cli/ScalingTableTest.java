package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of docs/scaling.md are what the command prints. */
class ScalingTableTest {

  @ParameterizedTest
  @ValueSource(strings = {"25", "400"})
  void thePageHasTheTable(String gigabits) throws IOException {
    CommandLineRun run = CommandLineRun.of("scaling", "--gigabits", gigabits);
    assertEquals(0, run.code(), run.err());
    String page = Files.readString(Path.of("..", "docs", "scaling.md"));
    assertTrue(
        normal(page).contains(normal(run.out())),
        () ->
            "docs/scaling.md lacks the output of 'scaling --gigabits "
                + gigabits
                + "':\n"
                + run.out());
  }

  private static String normal(String text) {
    return text.replace("\r\n", "\n");
  }
}
