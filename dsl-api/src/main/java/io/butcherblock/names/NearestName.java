package io.butcherblock.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a person meant to type. Letters that differ in case only are the same. */
public final class NearestName {

  /** A longer list than this is cut short in a message. */
  private static final int MOST_LISTED = 20;

  private NearestName() {}

  /**
   * The name that differs least from what was typed, by {@link EditDistance}.
   *
   * @param typed what was typed
   * @param names the names that exist, in any order
   * @return of several names at the same distance the first in alphabetical order; empty if each
   *     name differs by more than a third of its letters, rounded up
   */
  public static Optional<String> of(String typed, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(typed, name) <= (name.length() + 2) / 3)
        .min(
            Comparator.comparingInt((String name) -> distance(typed, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /**
   * A question to end a message with, and the blank before it: {@code Did you mean oisr-lf?}
   *
   * @param typed what was typed
   * @param names the names that exist, in any order
   * @return empty if no name is near
   */
  public static String question(String typed, Collection<String> names) {
    return of(typed, names).map(name -> " Did you mean " + name + "?").orElse("");
  }

  /**
   * The sentence that tells that a name does not exist: {@code There is no network oisr-lv; did you
   * mean oisr-lf?} Where no name is near, it lists the names that exist.
   *
   * @param kind what the name should have been of, without article: {@code network}
   * @param typed what was typed
   * @param names the names that exist, in any order
   */
  public static String unknown(String kind, String typed, Collection<String> names) {
    return "There is no "
        + kind
        + " "
        + typed
        + of(typed, names)
            .map(name -> "; did you mean " + name + "?")
            .orElseGet(() -> names.isEmpty() ? "." : "; there are " + listed(names) + ".");
  }

  private static String listed(Collection<String> names) {
    return NameList.of(names.stream().sorted().toList(), MOST_LISTED);
  }

  private static int distance(String typed, String name) {
    return EditDistance.of(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }
}
