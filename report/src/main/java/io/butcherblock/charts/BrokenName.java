package io.butcherblock.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks names that are too long for a line, at spaces and behind hyphens. */
final class BrokenName {

  private static final Pattern BREAKS = Pattern.compile("(?<=[ -])");

  private BrokenName() {}

  /**
   * The lines, which together are the name; at least one.
   *
   * @param letters how many a line holds; a part that cannot be broken may have more
   */
  static List<String> lines(String name, int letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : BREAKS.split(name, -1)) {
      if (!line.isEmpty() && (line + part).strip().length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString());
    return lines;
  }
}
