package io.butcherblock.processor;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.model.Registration;
import io.butcherblock.processor.parse.AnnotationValues;
import io.butcherblock.processor.parse.NetworkReader;
import io.butcherblock.processor.parse.SchemeReader;
import io.butcherblock.processor.parse.VectorFieldReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reports the second of two schemes, vector fields or networks that have the same name. */
final class UniqueNames {

  private static final Map<String, List<String>> ANNOTATIONS =
      Map.of(
          "io.butcherblock.nn.OdeScheme", SchemeReader.ANNOTATIONS,
          "io.butcherblock.nn.VectorFieldFactory", List.of(VectorFieldReader.VECTOR_FIELD),
          "io.butcherblock.nn.OdeNetworkDeclaration", List.of(NetworkReader.NETWORK));

  private final Elements elements;
  private final Reporter reporter;
  private final Map<String, Registration> owners = new HashMap<>();

  UniqueNames(Elements elements, Reporter reporter) {
    this.elements = elements;
    this.reporter = reporter;
  }

  void add(Registration registration) {
    String name = registration.service() + " " + registration.commandName();
    Registration owner = owners.putIfAbsent(name, registration);
    TypeElement type = elements.getTypeElement(registration.declaredBy());
    if (owner == null || type == null) {
      return;
    }
    Finding finding =
        Message.DUPLICATE_NAME.at(
            new Location.Member("name"),
            type.getSimpleName(),
            registration.commandName(),
            owner.declaredBy());
    ANNOTATIONS.getOrDefault(registration.service(), List.of()).stream()
        .map(annotation -> AnnotationValues.of(elements, type, annotation))
        .flatMap(Optional::stream)
        .forEach(
            annotation -> reporter.report(type, annotation, List.of(finding), SourceMap.empty()));
  }
}
