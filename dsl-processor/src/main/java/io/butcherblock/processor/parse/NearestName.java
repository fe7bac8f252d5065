package io.butcherblock.processor.parse;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Finds what a person meant to type. (The runtime has its own: what both share has no libraries.)
 */
final class NearestName {

  private NearestName() {}

  /** The name that differs least, if it differs by at most a third of its letters, rounded up. */
  static Optional<String> of(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(typed, name) <= (name.length() + 2) / 3)
        .min(Comparator.comparing(name -> distance(typed, name)));
  }

  /** A question to end a message with; empty if no name is near. */
  static String question(String typed, Collection<String> names) {
    return of(typed, names).map(name -> " Did you mean " + name + "?").orElse("");
  }

  private static int distance(String typed, String name) {
    return LevenshteinDistance.getDefaultInstance()
        .apply(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }
}
