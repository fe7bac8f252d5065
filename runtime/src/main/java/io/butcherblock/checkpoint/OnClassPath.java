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
          "There is no %s %s on the class path, with which the weights were trained; add the compiled project or jar that declares %s.%s"
              .formatted(
                  kind,
                  name,
                  declaredBy.map(type -> "it, which has " + type).orElse("it"),
                  NearestName.question(name, items.keySet())));
    }
    return item;
  }
}
