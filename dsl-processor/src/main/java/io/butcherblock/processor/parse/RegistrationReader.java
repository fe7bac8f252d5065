package io.butcherblock.processor.parse;

import io.butcherblock.processor.model.Registration;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads what generated classes, and vector fields written by hand, say of themselves. */
public final class RegistrationReader {

  public static final String REGISTERED = "io.butcherblock.nn.Registered";

  private final Elements elements;

  public RegistrationReader(Elements elements) {
    this.elements = elements;
  }

  /** Reads a class annotated with {@code @Registered}. */
  public Registration read(TypeElement provider) throws IncompleteAnnotation {
    AnnotationValues annotation =
        AnnotationValues.of(elements, provider, REGISTERED).orElseThrow(IncompleteAnnotation::new);
    TypeElement service = annotation.type("service").orElseThrow(IncompleteAnnotation::new);
    String declaredBy = annotation.string("declaredBy");
    return new Registration(
        service.getQualifiedName().toString(),
        annotation.string("name"),
        declaredBy.isEmpty() ? provider.getQualifiedName().toString() : declaredBy,
        elements.getBinaryName(provider).toString());
  }
}
