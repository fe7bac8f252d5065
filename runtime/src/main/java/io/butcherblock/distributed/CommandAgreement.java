package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import java.util.Arrays;
import java.util.List;

/** Makes sure that all processes of a run were asked for the same. */
public final class CommandAgreement {

  private CommandAgreement() {}

  /**
   * Compares what the processes are about to do.
   *
   * @param facts lines for people, the same in each process if the command is the same
   * @throws ButcherblockException the first line that differs from that of rank 0
   */
  public static void check(ProcessGroup group, List<String> facts) {
    // A name may hold a line break; written out, it differs from every other name still.
    String own = String.join("\n", facts.stream().map(CommandAgreement::onOneLine).toList());
    String expected = group.broadcastText(own);
    if (!own.equals(expected)) {
      throw difference(group.rank(), own.split("\n", -1), expected.split("\n", -1));
    }
  }

  private static ButcherblockException difference(int rank, String[] own, String[] expected) {
    int first = Arrays.mismatch(own, expected);
    return new ButcherblockException(
        "Rank %s has %s, but rank 0 has %s: give all processes the same settings and the same images."
            .formatted(rank, line(own, first), line(expected, first)));
  }

  private static String line(String[] lines, int number) {
    return number < lines.length ? "'" + lines[number] + "'" : "nothing more";
  }

  private static String onOneLine(String fact) {
    return PlainText.of(fact.replace("\\", "\\\\"));
  }
}
