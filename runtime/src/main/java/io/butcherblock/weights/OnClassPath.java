package io.butcherblock.weights;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
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
      String shown = PlainText.shortOf(name);
      throw new ButcherblockException(
          "There is no %s %s on the class path, with which the weights were trained; add the compiled project or jar that declares %s, or work in that project.%s"
              .formatted(
                  kind,
                  shown,
                  declaredBy.map(type -> "it, which has " + PlainText.shortOf(type)).orElse("it"),
                  NearestName.question(shown, items.keySet())));
    }
    return item;
  }
}
