package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
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
    // A name may hold a line break; written out, it differs from every other name still.
    List<String> own = facts.stream().map(CommandAgreement::onOneLine).toList();
    String[] expected = group.broadcastText(String.join("\n", own)).split("\n", -1);
    for (int i = 0; i < facts.size(); i++) {
      String line = i < expected.length ? expected[i] : "";
      if (!own.get(i).equals(line)) {
        throw new ButcherblockException(
            "Rank %s has '%s', but rank 0 has '%s': give all processes the same settings and the same images."
                .formatted(group.rank(), own.get(i), line));
      }
    }
  }

  private static String onOneLine(String fact) {
    return PlainText.of(fact.replace("\\", "\\\\"));
  }
}
