package io.butcherblock.cli;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.names.NearestName;
import java.util.Collection;

/** The failure for a name that does not exist, with the command that lists those that do. */
final class UnknownName {

  private UnknownName() {}

  /**
   * The failure.
   *
   * @param kind what is named, as {@code network}
   * @param names those that there are
   * @param listing the command that lists them, as {@code butcherblock networks}
   */
  static ButcherblockException failure(
      String kind, String typed, Collection<String> names, String listing) {
    String hint =
        NearestName.of(typed, names)
            .map(name -> "did you mean " + name + "? '" + listing + "' lists all.")
            .orElse("'" + listing + "' lists those that there are.");
    return new ButcherblockException("There is no " + kind + " " + typed + "; " + hint);
  }
}
