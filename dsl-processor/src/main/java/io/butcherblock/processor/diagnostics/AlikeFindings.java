package io.butcherblock.processor.diagnostics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings that are alike are counted rather than repeated: javac shows a hundred errors, and those
 * of one type must not hide the errors of other files.
 */
public final class AlikeFindings {

  /** Of one message, so many findings of a type are shown. */
  static final int SHOWN = 5;

  private AlikeFindings() {}

  /** The same findings, of which those of one text are one, and those of one message a few. */
  public static List<Finding> counted(Iterable<Finding> findings) {
    Map<String, Integer> times = new LinkedHashMap<>();
    Map<Message, Set<String>> texts = new LinkedHashMap<>();
    for (Finding finding : findings) {
      times.merge(finding.text(), 1, Integer::sum);
      texts
          .computeIfAbsent(finding.message(), message -> new LinkedHashSet<>())
          .add(finding.text());
    }
    Map<Message, Integer> shown = new LinkedHashMap<>();
    List<Finding> counted = new ArrayList<>();
    for (Finding finding : findings) {
      Integer repeated = times.remove(finding.text());
      if (repeated != null) {
        int place = shown.merge(finding.message(), 1, Integer::sum);
        if (place <= SHOWN) {
          int hidden = place == SHOWN ? texts.get(finding.message()).size() - SHOWN : 0;
          counted.add(
              new Finding(
                  finding.message(),
                  finding.text() + repeated(repeated) + hidden(hidden),
                  finding.location()));
        }
      }
    }
    return counted;
  }

  private static String repeated(int times) {
    return times == 1 ? "" : " This occurs " + times + " times.";
  }

  private static String hidden(int more) {
    return more == 0
        ? ""
        : more == 1
            ? " One more finding of this kind is not shown."
            : " " + more + " more findings of this kind are not shown.";
  }
}
