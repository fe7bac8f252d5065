package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.VectorFieldDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads vector fields from types annotated with {@code @VectorField}. */
public final class VectorFieldReader {

  public static final String VECTOR_FIELD = "io.butcherblock.dsl.VectorField";

  private static final Set<String> OWN_WEIGHTS = Set.of("CONV_3X3", "CONV_3X3_ANTISYMMETRIC");

  private final TypeReader types;

  public VectorFieldReader(Elements elements) {
    this.types = new TypeReader(elements);
  }

  public Parsed<VectorFieldDeclaration> read(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    DeclaredType declared = types.read(type, annotation.string("name"));
    List<String> layers = annotation.constants("value");
    List<Finding> findings = new ArrayList<>(TypeReader.check(type, declared));
    int transposed = layers.indexOf("CONV_3X3_TRANSPOSED");
    if (transposed >= 0 && !layers.subList(0, transposed).contains("CONV_3X3")) {
      findings.add(Message.NOTHING_TO_TRANSPOSE.at(new Location.Member("value"), name));
    } else if (layers.stream().noneMatch(OWN_WEIGHTS::contains)) {
      findings.add(Message.NO_CONVOLUTION.at(new Location.Member("value"), name));
    }
    return Parsed.of(new VectorFieldDeclaration(declared, layers), findings, SourceMap.empty());
  }
}
