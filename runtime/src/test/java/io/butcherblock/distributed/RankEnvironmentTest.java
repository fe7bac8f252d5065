package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankEnvironmentTest {

  private static Map<String, String> whole() {
    return new HashMap<>(
        Map.of(
            "RANK", "5",
            "WORLD_SIZE", "8",
            "LOCAL_RANK", "1",
            "MASTER_ADDR", "node0",
            "MASTER_PORT", "29500"));
  }

  @Test
  void theContractIsRead() {
    assertEquals(
        Optional.of(new RankEnvironment(5, 8, 1, "node0", 29500, "butcherblock", false)),
        RankEnvironment.of(whole()));
  }

  /** In each generation of a group that is restarted. */
  @Test
  void theSecretIsThatOfTheEnvironment() {
    Map<String, String> variables = whole();
    variables.put("BUTCHERBLOCK_SECRET", " hush ");
    assertEquals(new GroupSecret("hush"), RankEnvironment.of(variables).orElseThrow().secret());
    RankEnvironment later = RankEnvironment.of(variables).orElseThrow().inGeneration(3);
    assertEquals(new GroupSecret("hush"), later.secret());
  }

  @Test
  void torchrunHasTheStore() {
    Map<String, String> variables = whole();
    variables.put("RANK", "0");
    variables.put("LOCAL_RANK", "0");
    assertTrue(RankEnvironment.of(variables).orElseThrow().hostsStore());
    variables.put("TORCHELASTIC_USE_AGENT_STORE", "True");
    assertFalse(RankEnvironment.of(variables).orElseThrow().hostsStore());
  }

  @Test
  void noVariablesOrAGroupOfOneAreOneProcess() {
    assertTrue(RankEnvironment.of(Map.of("MASTER_PORT", "29500")).isEmpty());
    assertTrue(RankEnvironment.of(Map.of("RANK", "0", "WORLD_SIZE", "1")).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"})
  void aVariableThatIsMissingIsNamed(String name) {
    Map<String, String> variables = whole();
    variables.remove(name);
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> RankEnvironment.of(variables));
    assertTrue(error.getMessage().contains(name + " is not set"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "RANK, 8, from 0 to 7",
    "RANK, -1, from 0 to 7",
    "WORLD_SIZE, 0, of at least 1",
    "WORLD_SIZE, two, of at least 1",
    "LOCAL_RANK, 6, from 0 to 5",
    "MASTER_PORT, 70000, from 1 to 65535"
  })
  void aValueThatCanNotBeIsRefused(String name, String value, String allowed) {
    Map<String, String> variables = whole();
    variables.put(name, value);
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> RankEnvironment.of(variables));
    assertEquals(
        "The environment variable %s must be a whole number %s, not '%s'."
            .formatted(name, allowed, value),
        error.getMessage());
  }
}
