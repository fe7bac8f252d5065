package io.butcherblock.processor.parse;

import io.butcherblock.names.NearestName;
import io.butcherblock.processor.model.GeneratedNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds the annotated type that was meant by the name of another one. */
final class NearestType {

  private final Elements elements;
  private final List<String> annotations;

  /** Looks for types with one of these annotations. */
  NearestType(Elements elements, String... annotations) {
    this.elements = elements;
    this.annotations = List.of(annotations);
  }

  /**
   * A question to end a message with; empty if no name is near.
   *
   * @param named the type that stands where an annotated one should
   * @param declaring the type that names it
   */
  String hint(TypeElement named, TypeElement declaring) {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(named, declaring).map(this::surroundings).forEach(around -> collect(around, names));
    String typed = GeneratedNames.withoutSuffix(named.getSimpleName().toString());
    return NearestName.question(typed, names);
  }

  /** Its package; of a type in the unnamed one, which may hold any file, its outermost type. */
  private Element surroundings(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement outer) {
      outermost = outer;
    }
    PackageElement itsPackage = elements.getPackageOf(type);
    return itsPackage.isUnnamed() ? outermost : itsPackage;
  }

  private void collect(Element around, Set<String> names) {
    for (TypeElement type : ElementFilter.typesIn(around.getEnclosedElements())) {
      if (annotations.stream()
          .anyMatch(annotation -> AnnotationValues.of(elements, type, annotation).isPresent())) {
        names.add(type.getSimpleName().toString());
      }
      collect(type, names);
    }
  }
}
