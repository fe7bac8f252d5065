package io.butcherblock.cli;

import io.butcherblock.error.ButcherblockException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds what a person meant to type. (The compiler has its own: what both share has no libraries.)
 */
final class NearestName {

  private NearestName() {}

  /** The name that differs least, if it differs by at most a third of its letters, rounded up. */
  static Optional<String> of(String typed, Collection<String> names) {
    String lower = typed.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> distance(lower, name) <= (name.length() + 2) / 3)
        .min(
            Comparator.comparing((String name) -> distance(lower, name))
                .thenComparing(name -> name));
  }

  private static int distance(String lower, String name) {
    return LevenshteinDistance.getDefaultInstance().apply(lower, name.toLowerCase(Locale.ROOT));
  }

  /**
   * The failure for a name that does not exist.
   *
   * @param kind what is named, as {@code network}
   * @param names those that there are
   * @param listing the command that lists them, as {@code butcherblock networks}
   */
  static ButcherblockException unknown(
      String kind, String typed, Collection<String> names, String listing) {
    String hint =
        of(typed, names)
            .map(name -> "did you mean " + name + "? '" + listing + "' lists all.")
            .orElse("'" + listing + "' lists those that there are.");
    return new ButcherblockException("There is no " + kind + " " + typed + "; " + hint);
  }
}
