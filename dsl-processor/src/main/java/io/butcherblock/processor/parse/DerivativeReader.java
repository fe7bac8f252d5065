package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.Place;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.DerivativeDeclaration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads derivatives from types annotated with {@code @Derivative}. */
public final class DerivativeReader {

  public static final String DERIVATIVE = "io.butcherblock.dsl.Derivative";

  private final TypeReader types;

  public DerivativeReader(Elements elements) {
    this.types = new TypeReader(elements);
  }

  public Parsed<DerivativeDeclaration> read(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    DeclaredType declared = types.read(type, annotation.string("name"));
    List<String> layers = annotation.constants("value");
    List<Finding> findings = new ArrayList<>(TypeReader.check(type, declared));
    if (!layers.contains("CONV_3X3")) {
      findings.add(Message.NO_CONVOLUTION.at(new Place.Member("value"), name));
    }
    return Parsed.of(new DerivativeDeclaration(declared, layers), findings, SourceMap.empty());
  }
}
