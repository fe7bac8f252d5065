package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Reads the explicit one-step method that a member of an annotation names by the type which
 * declares it.
 *
 * @param member the member
 * @param missing what is said of a type that declares none: its arguments are the declaring type,
 *     what was found, and a hint
 * @param family what is said of one with free parameters; its arguments are both types
 * @param broken what is said of one whose tableau has errors; its arguments are both types
 */
record OneStepReader(
    Elements elements, Location member, Message missing, Message family, Message broken) {

  /** The method; empty if it is none, which is a finding. */
  Optional<RungeKutta> read(
      TypeElement declaring, Optional<TypeElement> named, List<Finding> findings)
      throws IncompleteAnnotation {
    String name = declaring.getSimpleName().toString();
    Optional<AnnotationValues> tableau =
        named.flatMap(type -> AnnotationValues.of(elements, type, SchemeReader.TABLEAU));
    if (tableau.isEmpty()) {
      String found =
          named.map(type -> type.getSimpleName() + " is not one").orElse("it is missing");
      String hint =
          named
              .map(type -> new NearestType(elements, SchemeReader.TABLEAU).hint(type, declaring))
              .orElse("");
      findings.add(missing.at(member, name, found, hint));
      return Optional.empty();
    }
    TypeElement type = named.orElseThrow();
    if (!tableau.orElseThrow().string("parameters").isBlank()) {
      findings.add(family.at(member, name, type.getSimpleName()));
      return Optional.empty();
    }
    Optional<? extends Scheme> parsed =
        tableau.orElseThrow().tooLong(name).isPresent()
            ? Optional.empty()
            : SchemeReader.parseTableau(type, tableau.orElseThrow()).value();
    if (parsed.isEmpty()) {
      findings.add(broken.at(member, name, type.getSimpleName()));
    }
    return parsed.map(IterationReader::explicit);
  }
}
