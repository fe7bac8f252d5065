package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.util.HashMap;
import java.util.Map;

/**
 * What Slurm tells a task of a step of several tasks, {@code srun -n 2 ...}, in the words of the
 * contract. Only a step's own variables count: a batch script has those of its job too, and is
 * alone.
 */
final class SlurmStep {

  private static final String TASKS = "SLURM_STEP_NUM_TASKS";
  private static final String TASK = "SLURM_PROCID";
  private static final String TASK_OF_NODE = "SLURM_LOCALID";
  private static final String NODES = "SLURM_STEP_NODELIST";
  private static final String JOB = "SLURM_JOB_ID";
  private static final String STEP = "SLURM_STEP_ID";

  /** Ports below those that systems give to whoever asks for any. */
  private static final int FIRST_PORT = 16384;

  private static final int PORTS = 16384;

  /** Steps of a job rarely have the ports of the next jobs. */
  private static final int PORTS_OF_A_JOB = 31;

  private SlurmStep() {}

  /**
   * The variables with those of the contract added.
   *
   * @return the same variables where there is no step of several tasks
   */
  static Map<String, String> contract(Map<String, String> variables) {
    if (variables.getOrDefault(TASKS, "1").equals("1")) {
      return variables;
    }
    Map<String, String> all = new HashMap<>(variables);
    all.put(RankVariables.WORLD_SIZE, variables.get(TASKS));
    all.put(RankVariables.RANK, variables.get(TASK));
    all.put(RankVariables.LOCAL_RANK, variables.getOrDefault(TASK_OF_NODE, "0"));
    all.computeIfAbsent(
        RankVariables.MASTER_ADDR, name -> firstHost(variables.getOrDefault(NODES, "")));
    all.computeIfAbsent(RankVariables.MASTER_PORT, name -> String.valueOf(port(variables)));
    return all;
  }

  /** A port that the tasks of a step agree upon, and other steps hardly use. */
  private static int port(Map<String, String> variables) {
    long number = PORTS_OF_A_JOB * number(variables, JOB) + number(variables, STEP);
    return (int) (FIRST_PORT + number % PORTS);
  }

  private static long number(Map<String, String> variables, String name) {
    try {
      return Long.parseUnsignedLong(variables.getOrDefault(name, "")) % Integer.MAX_VALUE;
    } catch (NumberFormatException e) {
      throw new ButcherblockException(
          "Slurm's %s is '%s', which is no number: set %s to a free port."
              .formatted(name, variables.getOrDefault(name, ""), RankVariables.MASTER_PORT),
          e);
    }
  }

  /**
   * The first name of Slurm's short form of a list, {@code node[03-07,09],gpu1}, where task 0 is.
   */
  static String firstHost(String list) {
    StringBuilder host = new StringBuilder();
    for (int i = 0; i < list.length() && list.charAt(i) != ','; i++) {
      if (list.charAt(i) == '[') {
        int end = list.indexOf(']', i);
        if (end < 0) {
          throw notAList(list);
        }
        host.append(list.substring(i + 1, end).split("[-,]", 2)[0]);
        i = end;
      } else {
        host.append(list.charAt(i));
      }
    }
    if (host.isEmpty()) {
      throw notAList(list);
    }
    return host.toString();
  }

  private static ButcherblockException notAList(String list) {
    return new ButcherblockException(
        "Slurm's %s is '%s', which names no machine: set %s to that of task 0."
            .formatted(NODES, list, RankVariables.MASTER_ADDR));
  }
}
