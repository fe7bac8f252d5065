package io.butcherblock.checkpoint;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.names.NearestName;
import java.util.Map;
import java.util.Optional;

/** Looks up what a weights file names, and says what to add where it is missing. */
final class OnClassPath {

  private OnClassPath() {}

  /**
   * The declaration of a name.
   *
   * @param kind {@code scheme}
   * @param declaredBy the full name of a class that the file says declares it
   * @throws ButcherblockException if there is none
   */
  static <T> T find(String kind, String name, Map<String, T> items, Optional<String> declaredBy) {
    T item = items.get(name);
    if (item == null) {
      throw new ButcherblockException(
          "The weights are of the %s %s, which is not on the class path; add the project or jar that declares %s, compiled.%s"
              .formatted(
                  kind,
                  name,
                  declaredBy.map(type -> "it, with " + type).orElse("it"),
                  NearestName.question(name, items.keySet())));
    }
    return item;
  }
}
