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

  /** These would make numbers that JSON does not have. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--teraflops=1e300",
        "--teraflops=1e-310",
        "--gigabits=1e300",
        "--gigabits=1e-310",
        "--gigabits=NaN"
      })
  void noMachineHasSuchARate(String option) {
    CommandLineRun run = CommandLineRun.of("scaling", "--json", "-", option);
    assertEquals(2, run.code(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains("' is not a number from 1e-6 to 1e9"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e-6", "1e9"})
  void theJsonOfTheSlowestAndTheFastestHasNumbersOnly(String rate) {
    for (String other : new String[] {"1e-6", "1e9"}) {
      String json =
          CommandLineRun.of(
                  "scaling",
                  "--json",
                  "-",
                  "--teraflops",
                  rate,
                  "--gigabits",
                  other,
                  "--patches",
                  "2147483647")
              .out();
      assertTrue(json.contains("\"flops\""), json);
      assertTrue(!json.contains("NaN") && !json.contains("Infinity"), json);
    }
  }

  private static String normal(String text) {
    return text.replace("\r\n", "\n");
  }
}
