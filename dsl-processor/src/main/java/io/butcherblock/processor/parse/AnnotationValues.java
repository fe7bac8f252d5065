package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The values of one annotation, defaults among them. */
public final class AnnotationValues {

  /** The Java Virtual Machine Specification, section 4.4.7. */
  private static final int MOST_BYTES = 65535;

  /** What javac and Eclipse's compiler put in the place of a constant that they cannot find. */
  private static final String MISSING = "<error>";

  private final AnnotationMirror mirror;
  private final Map<String, AnnotationValue> values;

  private AnnotationValues(AnnotationMirror mirror, Map<String, AnnotationValue> values) {
    this.mirror = mirror;
    this.values = values;
  }

  /**
   * The values of an annotation.
   *
   * @param annotation its full name
   * @return empty if the element does not have it
   */
  public static Optional<AnnotationValues> of(
      Elements elements, Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> isOfType(mirror, annotation))
        .findFirst()
        .map(mirror -> new AnnotationValues(mirror, read(elements, mirror)));
  }

  private static boolean isOfType(AnnotationMirror mirror, String annotation) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(annotation);
  }

  private static Map<String, AnnotationValue> read(Elements elements, AnnotationMirror mirror) {
    Map<String, AnnotationValue> values = new HashMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        elements.getElementValuesWithDefaults(mirror).entrySet()) {
      values.put(entry.getKey().getSimpleName().toString(), entry.getValue());
    }
    return values;
  }

  public AnnotationMirror mirror() {
    return mirror;
  }

  /** A text that no class file could hold: to read it could take long, and would be in vain. */
  public Optional<Finding> tooLong(String type) {
    return values.entrySet().stream()
        .filter(entry -> entry.getValue().getValue() instanceof String)
        .filter(entry -> isTooLong((String) entry.getValue().getValue()))
        .map(
            entry ->
                Message.TEXT_TOO_LONG.at(
                    new Location.Member(entry.getKey()),
                    type,
                    ((String) entry.getValue().getValue()).length(),
                    MOST_BYTES))
        .findFirst();
  }

  private static boolean isTooLong(String text) {
    return text.length() > MOST_BYTES || utf8Length(text) > MOST_BYTES;
  }

  private static long utf8Length(String text) {
    return text.chars().mapToLong(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : 3).sum();
  }

  /** The value of a member as the compiler's model has it. */
  public Optional<AnnotationValue> value(String member) {
    return Optional.ofNullable(values.get(member));
  }

  /**
   * A member that stands in the source, with its value; empty for a default, and for long texts.
   */
  public Optional<Excerpt> written(String member) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
        .findFirst()
        .flatMap(entry -> WrittenMember.of(member, entry.getValue()));
  }

  String string(String member) throws IncompleteAnnotation {
    String text = as(member, String.class);
    if (text.equals(MISSING)) {
      throw new IncompleteAnnotation();
    }
    return text;
  }

  int integer(String member) throws IncompleteAnnotation {
    return as(member, Integer.class);
  }

  boolean flag(String member) throws IncompleteAnnotation {
    return as(member, Boolean.class);
  }

  /** The name of an enum constant. */
  String constant(String member) throws IncompleteAnnotation {
    return as(member, VariableElement.class).getSimpleName().toString();
  }

  /** The names of enum constants. */
  List<String> constants(String member) throws IncompleteAnnotation {
    List<String> names = new ArrayList<>();
    for (Object value : as(member, List.class)) {
      if (!(((AnnotationValue) value).getValue() instanceof VariableElement constant)) {
        throw new IncompleteAnnotation();
      }
      names.add(constant.getSimpleName().toString());
    }
    return names;
  }

  /** The class that a member names; empty for {@code void} and other types that are no classes. */
  Optional<TypeElement> type(String member) throws IncompleteAnnotation {
    Object type = as(member, Object.class);
    if (type instanceof String
        || (type instanceof TypeMirror mirror && mirror.getKind() == TypeKind.ERROR)) {
      // The class cannot be found, which the compiler reports itself: javac puts a text in its
      // place, Eclipse's compiler an erroneous type.
      throw new IncompleteAnnotation();
    }
    return type instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }

  /** Whether a member that names a type names none: it is {@code void}. */
  boolean isVoid(String member) throws IncompleteAnnotation {
    return as(member, Object.class) instanceof TypeMirror mirror
        && mirror.getKind() == TypeKind.VOID;
  }

  private <T> T as(String member, Class<T> type) throws IncompleteAnnotation {
    Object value = values.containsKey(member) ? values.get(member).getValue() : null;
    if (!type.isInstance(value)) {
      throw new IncompleteAnnotation();
    }
    return type.cast(value);
  }
}
