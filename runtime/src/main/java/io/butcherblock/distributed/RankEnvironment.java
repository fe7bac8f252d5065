package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.util.Map;
import java.util.Optional;

/**
 * What a process of a group is told by whoever started it, in the variables that torchrun and the
 * Kubeflow trainer set, or in Slurm's.
 *
 * @param rank the number of this process, 0 to {@code size - 1}; {@code RANK}
 * @param size the number of processes; {@code WORLD_SIZE}
 * @param localRank the number of this process on its machine, which is that of its GPU; {@code
 *     LOCAL_RANK}, 0 if not set
 * @param host the machine of rank 0; {@code MASTER_ADDR}
 * @param port the port on it where the processes meet; {@code MASTER_PORT}
 * @param storePrefix what the names in the store begin with
 * @param storeIsGiven whether the store is there already, as torchrun's is; else rank 0 opens it
 * @param secret what texts in the store are signed with; {@code BUTCHERBLOCK_SECRET}
 */
public record RankEnvironment(
    int rank,
    int size,
    int localRank,
    String host,
    int port,
    String storePrefix,
    boolean storeIsGiven,
    GroupSecret secret) {

  private static final String ALL =
      String.join(", ", RankVariables.RANK, RankVariables.WORLD_SIZE, RankVariables.MASTER_ADDR)
          + " and "
          + RankVariables.MASTER_PORT;

  private static final String STORE_PREFIX = "butcherblock";

  private static final int LARGEST_PORT = 65535;

  /** A process of a group without a secret. */
  RankEnvironment(
      int rank,
      int size,
      int localRank,
      String host,
      int port,
      String storePrefix,
      boolean storeIsGiven) {
    this(rank, size, localRank, host, port, storePrefix, storeIsGiven, GroupSecret.NONE);
  }

  /**
   * Reads the variables.
   *
   * @return empty if they tell of no group, or of a group of one
   * @throws ButcherblockException if they contradict each other, or one that is needed is not set
   */
  public static Optional<RankEnvironment> of(Map<String, String> variables) {
    if (variables.containsKey(RankVariables.RANK)
        || variables.containsKey(RankVariables.WORLD_SIZE)) {
      return ofContract(variables);
    }
    Map<String, String> step = SlurmStep.contract(variables);
    return step.containsKey(RankVariables.RANK)
        ? ofContract(step).map(found -> found.with(GroupSecret.of(variables)))
        : Optional.empty();
  }

  private static Optional<RankEnvironment> ofContract(Map<String, String> variables) {
    int size = number(variables, RankVariables.WORLD_SIZE, 1, Integer.MAX_VALUE);
    int rank = number(variables, RankVariables.RANK, 0, size - 1);
    if (size == 1) {
      return Optional.empty();
    }
    int localRank =
        variables.containsKey(RankVariables.LOCAL_RANK)
            ? number(variables, RankVariables.LOCAL_RANK, 0, rank)
            : 0;
    boolean agent = "True".equals(variables.get("TORCHELASTIC_USE_AGENT_STORE"));
    return Optional.of(
        new RankEnvironment(
            rank,
            size,
            localRank,
            text(variables, RankVariables.MASTER_ADDR),
            number(variables, RankVariables.MASTER_PORT, 1, LARGEST_PORT),
            STORE_PREFIX,
            agent,
            GroupSecret.of(variables)));
  }

  private static String text(Map<String, String> variables, String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new ButcherblockException(
          "The environment tells of several processes, but %s is not set; set %s, or neither %s nor %s for one process."
              .formatted(name, ALL, RankVariables.RANK, RankVariables.WORLD_SIZE));
    }
    return value.strip();
  }

  private static int number(Map<String, String> variables, String name, int least, int most) {
    String value = text(variables, name);
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new ButcherblockException(
        "The environment variable %s must be a whole number %s, not '%s'."
            .formatted(
                name,
                most == Integer.MAX_VALUE
                    ? "of at least " + least
                    : "from " + least + " to " + most,
                value));
  }

  /** Whether this process opens the store. */
  boolean hostsStore() {
    return rank == 0 && !storeIsGiven;
  }

  /** A process for people, to begin a sentence with: {@code Rank 1 of 4}. */
  String name(int other) {
    return "Rank " + other + " of " + size;
  }

  /** What it means that nobody answers where the store was. */
  String storeIsGone() {
    return storeIsGiven
        ? "The store at " + address() + " was lost: torchrun has ended there, or cannot be reached."
        : name(0) + " was lost: it has ended, or cannot be reached.";
  }

  /** This environment with keys of its own in the store. */
  RankEnvironment inGeneration(long number) {
    return new RankEnvironment(
        rank, size, localRank, host, port, key(String.valueOf(number)), storeIsGiven, secret);
  }

  /** This environment with another secret. */
  RankEnvironment with(GroupSecret other) {
    return new RankEnvironment(rank, size, localRank, host, port, storePrefix, storeIsGiven, other);
  }

  /** A key in the store that is this group's alone. */
  String key(String name) {
    return storePrefix + "/" + name;
  }

  /** Where the processes meet. */
  String address() {
    return host + ":" + port;
  }
}
