package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** A member of an annotation with its value, as a line of source: {@code order = 4}. */
final class WrittenMember {

  private WrittenMember() {}

  /** Empty for texts of several lines, lists and annotations, which are not on one line. */
  static Optional<Excerpt> of(String member, AnnotationValue value) {
    String before = member + " = ";
    return text(value.getValue())
        .map(text -> new Excerpt(member, before + text, before.length(), text.length()));
  }

  private static Optional<String> text(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return Optional.of(value.toString());
    }
    if (value instanceof String text) {
      return text.isBlank() || text.chars().anyMatch(Character::isISOControl)
          ? Optional.empty()
          : Optional.of("\"" + text + "\"");
    }
    if (value instanceof VariableElement constant) {
      return Optional.of(
          constant.getEnclosingElement().getSimpleName() + "." + constant.getSimpleName());
    }
    return value instanceof DeclaredType type && type.asElement() instanceof TypeElement named
        ? Optional.of(named.getSimpleName() + ".class")
        : Optional.empty();
  }
}
