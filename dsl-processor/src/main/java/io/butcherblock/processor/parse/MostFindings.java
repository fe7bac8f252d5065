package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the reading of a text in which very much is wrong: nobody reads thousands of messages, and
 * javac shows a hundred of all that there are.
 */
final class MostFindings {

  private static final int MOST = 50;

  private MostFindings() {}

  /** Whether there are so many that the rest of the text is not read. */
  static boolean areReached(List<Finding> findings) {
    return findings.size() >= MOST;
  }

  /** Leaves out what is more, and says so. */
  static List<Finding> of(String scheme, List<Finding> findings) {
    if (!areReached(findings)) {
      return findings;
    }
    List<Finding> shown = new ArrayList<>(findings.subList(0, MOST));
    shown.add(Message.TOO_MANY_FINDINGS.at(new Location.Member("value"), scheme, MOST));
    return shown;
  }
}
