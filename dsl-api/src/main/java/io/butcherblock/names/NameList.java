package io.butcherblock.names;

import java.util.List;

/** Names in a sentence: the first few, and how many more there are. */
public final class NameList {

  private NameList() {}

  /**
   * Lists names: {@code a, b, c and 2 more}.
   *
   * @param names in the order in which they are listed
   * @param most how many are named, at least 1
   */
  public static String of(List<String> names, int most) {
    int more = names.size() - most;
    return String.join(", ", names.subList(0, Math.min(most, names.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
