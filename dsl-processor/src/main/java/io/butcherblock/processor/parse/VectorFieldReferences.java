package io.butcherblock.processor.parse;

import io.butcherblock.processor.model.ClassReference;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.GeneratedNames;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the factories of the vector fields that annotations name by their types. */
public final class VectorFieldReferences {

  /** What any vector field written by hand is. */
  static final String ANY = "io.butcherblock.nn.VectorFieldFactory";

  /** What one is that describes itself as a graph. */
  static final String GRAPH = "io.butcherblock.nn.GraphVectorField";

  private static final String[] ANNOTATIONS = {
    VectorFieldReader.VECTOR_FIELD, SplitVectorFieldReader.SPLIT
  };

  private final Elements elements;
  private final Types typeUtilities;
  private final TypeReader types;

  public VectorFieldReferences(Elements elements, Types typeUtilities) {
    this.elements = elements;
    this.typeUtilities = typeUtilities;
    this.types = new TypeReader(elements);
  }

  /**
   * The factory of a vector field.
   *
   * @param type the type that stands for it, if it could be found
   * @param byHand the type that one written by hand has to be assignable to
   * @return empty if the type is no vector field
   */
  Optional<ClassReference> of(Optional<TypeElement> type, String byHand) {
    return type.flatMap(
        named -> {
          if (isDeclared(named)) {
            return Optional.of(GeneratedNames.vectorField(types.read(named, "")));
          }
          return isFactory(named, byHand) ? Optional.of(reference(named)) : Optional.empty();
        });
  }

  /** The end of the message of a type that is none: a name that may be meant. */
  String hint(Optional<TypeElement> type, TypeElement declaring) {
    return type.map(named -> new NearestType(elements, ANNOTATIONS).hint(named, declaring))
        .orElse("");
  }

  /** The name of a type as it stands in a message. */
  static String simpleName(Optional<TypeElement> type) {
    return type.map(t -> t.getSimpleName().toString()).orElse("void");
  }

  private boolean isDeclared(TypeElement type) {
    for (String annotation : ANNOTATIONS) {
      if (AnnotationValues.of(elements, type, annotation).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private ClassReference reference(TypeElement type) {
    DeclaredType factory = types.read(type, "");
    int begin = factory.packageName().isEmpty() ? 0 : factory.packageName().length() + 1;
    return new ClassReference(factory.packageName(), factory.qualifiedName().substring(begin));
  }

  private boolean isFactory(TypeElement type, String byHand) {
    TypeElement factory = elements.getTypeElement(byHand);
    return factory != null
        && typeUtilities.isAssignable(type.asType(), factory.asType())
        && type.getModifiers().contains(Modifier.PUBLIC)
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                constructor ->
                    constructor.getParameters().isEmpty()
                        && constructor.getModifiers().contains(Modifier.PUBLIC));
  }
}
