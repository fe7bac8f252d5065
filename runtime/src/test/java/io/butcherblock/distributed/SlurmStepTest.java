package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class SlurmStepTest {

  private static Map<String, String> step() {
    return new HashMap<>(
        Map.of(
            "SLURM_JOB_ID", "1234567",
            "SLURM_STEP_ID", "2",
            "SLURM_NTASKS", "8",
            "SLURM_STEP_NUM_TASKS", "4",
            "SLURM_PROCID", "3",
            "SLURM_LOCALID", "1",
            "SLURM_STEP_NODELIST", "node[03-04]"));
  }

  @Test
  void aTaskOfAStepIsOneOfSeveralProcesses() {
    assertEquals(
        Optional.of(
            new RankEnvironment(
                3, 4, 1, "node03", 16384 + (31 * 1234567 + 2) % 16384, "butcherblock", false)),
        RankEnvironment.of(step()));
  }

  @Test
  void tasksOfAStepHaveOnePortAndOtherStepsAnother() {
    Map<String, String> other = step();
    other.put("SLURM_PROCID", "0");
    other.put("SLURM_LOCALID", "0");
    assertEquals(port(step()), port(other));
    other.put("SLURM_STEP_ID", "3");
    assertTrue(port(step()) != port(other));
  }

  private static int port(Map<String, String> variables) {
    return RankEnvironment.of(variables).orElseThrow().port();
  }

  @Test
  void whatWasSetByHandStands() {
    Map<String, String> variables = step();
    variables.put("MASTER_ADDR", "other");
    variables.put("MASTER_PORT", "29500");
    assertEquals("other:29500", RankEnvironment.of(variables).orElseThrow().address());
    // As torchrun or launch, started by srun, set them.
    variables.put("RANK", "0");
    variables.put("LOCAL_RANK", "0");
    variables.put("WORLD_SIZE", "2");
    assertEquals(2, RankEnvironment.of(variables).orElseThrow().size());
  }

  @Test
  void aBatchScriptAndAStepOfOneTaskAreAlone() {
    Map<String, String> variables = step();
    variables.put("SLURM_STEP_NUM_TASKS", "1");
    assertTrue(RankEnvironment.of(variables).isEmpty());
    variables.remove("SLURM_STEP_NUM_TASKS");
    assertTrue(RankEnvironment.of(variables).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "node0 node0",
        "a,b a",
        "node[03-07,09],gpu1 node03",
        "node[9,11] node9",
        "gpu1,node[03-07] gpu1",
        "rack[2-3]node[05-06].site rack2node05.site",
        "n-1-[7-8] n-1-7"
      })
  void theFirstHostOfAList(String list, String host) {
    assertEquals(host, SlurmStep.firstHost(list));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "node[03", ",", "[]"})
  void aListWithoutAHostIsOneSentence(String list) {
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> SlurmStep.firstHost(list));
    assertEquals(
        "Slurm's SLURM_STEP_NODELIST is '%s', which names no machine: set MASTER_ADDR to that of task 0."
            .formatted(list),
        error.getMessage());
  }

  @Test
  void aStepWithoutANumberIsOneSentence() {
    Map<String, String> variables = step();
    variables.put("SLURM_STEP_ID", "batch");
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> RankEnvironment.of(variables));
    assertEquals(
        "Slurm's SLURM_STEP_ID is 'batch', which is no number: set MASTER_PORT to a free port.",
        error.getMessage());
  }
}
