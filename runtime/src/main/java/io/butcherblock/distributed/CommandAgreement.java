package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.util.List;

/** Makes sure that all processes of a run were asked for the same. */
public final class CommandAgreement {

  private CommandAgreement() {}

  /**
   * Compares what the processes are about to do.
   *
   * @param facts lines for people, as many in each process if the command is the same
   * @throws ButcherblockException the first line that differs from that of rank 0
   */
  public static void check(ProcessGroup group, List<String> facts) {
    List<String> expected = group.broadcastText(String.join("\n", facts)).lines().toList();
    for (int i = 0; i < facts.size(); i++) {
      String line = i < expected.size() ? expected.get(i) : "";
      if (!facts.get(i).equals(line)) {
        throw new ButcherblockException(
            "Rank %d has '%s', but rank 0 has '%s': give all processes the same settings and the same images."
                .formatted(group.rank(), facts.get(i), line));
      }
    }
  }
}
