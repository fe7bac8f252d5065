package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code schemes}. */
class SchemesListTest {

  private static final int TERMINAL = 80;

  /** Longest name that leaves the table within a terminal; our own have up to 19 characters. */
  private static final int LONGEST_NAME = 20;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"schemes", "schemes --measures"})
  void theTableFitsATerminal(String command) {
    CommandLineRun run = CommandLineRun.of(command.split(" ", -1));
    assertEquals(0, run.code(), run.err());
    // Names of schemes that only tests have are longer.
    int names =
        Catalogue.onClassPath().schemes().keySet().stream()
            .mapToInt(String::length)
            .max()
            .orElse(0);
    int beyond = Math.max(0, names - LONGEST_NAME);
    run.out().lines().forEach(line -> assertTrue(line.length() <= TERMINAL + beyond, line));
    for (String name : Catalogue.onClassPath().schemes().keySet()) {
      assertTrue(run.out().lines().anyMatch(line -> line.startsWith(name + " ")), name);
    }
  }

  /** In a project of one's own no program is called butcherblock. */
  @ParameterizedTest
  @ValueSource(strings = {"schemes", "schemes --measures"})
  void theCommandToTypeNextIsThatOfTheProgramThatWasStarted(String command) {
    System.setProperty("butcherblock.command", "run \"%s\"");
    try {
      String out = CommandLineRun.of(command.split(" ", -1)).out();
      assertTrue(out.contains("'run \"inspect SCHEME\"'"), out);
    } finally {
      System.clearProperty("butcherblock.command");
    }
  }

  /** Ketcheson's scheme of ten stages has the SSP coefficient 6; Tsitouras 5 is not proved. */
  @Test
  void measuresAndTolerances() {
    assertTrue(
        CommandLineRun.of("schemes", "--measures")
            .out()
            .lines()
            .anyMatch(line -> line.matches("ssp-rk104 +10 +\\S+ +\\S+ +6\\.000 +5 +4")));
    assertTrue(
        CommandLineRun.of("schemes")
            .out()
            .lines()
            .anyMatch(line -> line.matches("tsitouras5 +Runge-Kutta +5~ .*")));
    assertTrue(
        CommandLineRun.of("inspect", "tsitouras5").out().contains("order         5 to 1e-18\n"));
  }

  @Test
  void jsonHoldsAllFacts() throws IOException {
    Path file = folder.resolve("schemes.json");
    CommandLineRun run = CommandLineRun.of("schemes", "--json", file.toString());
    assertEquals(0, run.code(), run.err());
    JsonNode all = new JsonMapper().readTree(file.toFile());
    assertEquals(Catalogue.onClassPath().schemes().size(), all.size());
    OdeScheme kutta = Catalogue.onClassPath().schemes().get("kutta3");
    for (JsonNode each : all) {
      if (each.get("name").asText().equals("kutta3")) {
        assertEquals(3, each.get("order").asInt());
        assertTrue(each.path("recurrence_order").isMissingNode());
        assertEquals(kutta.facts().text(), each.get("text").asText());
        assertEquals(kutta.facts().description(), each.get("description").asText());
        assertEquals(Math.sqrt(3), each.at("/stability/imaginary_interval").asDouble(), 1e-5);
        assertEquals(0, each.at("/measures/ssp_coefficient").asDouble());
        assertEquals(
            2.5127453 / 3, each.at("/measures/real_interval_per_evaluation").asDouble(), 1e-7);
        assertEquals(3, each.at("/measures/dissipation/order").asInt());
        assertEquals(1 / 24.0, each.at("/measures/dissipation/constant").asDouble(), 1e-12);
        assertTrue(each.path("tolerance").isMissingNode());
        assertTrue(each.get("proof").get(0).asText().startsWith("row sums"), each.toString());
      }
      // The published block starts from zero in each block: what runs has no order.
      if (each.get("name").asText().equals("leapfrog")) {
        assertEquals(0, each.get("order").asInt());
        assertEquals(2, each.get("recurrence_order").asInt());
        assertTrue(each.at("/measures/dissipation").isNull(), each.toString());
        assertEquals(2, each.at("/measures/dispersion/order").asInt());
      }
    }
  }
}
