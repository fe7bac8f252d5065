package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.model.ClassReference;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.SplitDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads vector fields from types annotated with {@code @SplitVectorField}. */
public final class SplitVectorFieldReader {

  public static final String SPLIT = "io.butcherblock.dsl.SplitVectorField";

  private static final List<String> SUMMANDS = List.of("f", "g");

  private final Elements elements;
  private final TypeReader types;
  private final VectorFieldReferences references;

  public SplitVectorFieldReader(Elements elements, VectorFieldReferences references) {
    this.elements = elements;
    this.types = new TypeReader(elements);
    this.references = references;
  }

  public Parsed<SplitDeclaration> read(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    DeclaredType declared = types.read(type, annotation.string("name"));
    List<Finding> findings = new ArrayList<>(TypeReader.check(type, declared));
    List<ClassReference> summands = new ArrayList<>();
    for (String member : SUMMANDS) {
      Optional<TypeElement> named = annotation.type(member);
      references.of(named, VectorFieldReferences.GRAPH).ifPresent(summands::add);
      if (summands.size() <= SUMMANDS.indexOf(member)) {
        findings.add(
            Message.NOT_A_SUMMAND.at(
                new Location.Member(member),
                type.getSimpleName(),
                member,
                VectorFieldReferences.simpleName(named),
                references.hint(named, type)));
        return Parsed.failed(findings);
      }
      if (reaches(named.orElseThrow(), type, new ArrayList<>())) {
        findings.add(
            Message.SUMMAND_OF_ITSELF.at(
                new Location.Member(member), type.getSimpleName(), member));
        return Parsed.failed(findings);
      }
    }
    return Parsed.of(
        new SplitDeclaration(declared, summands.get(0), summands.get(1)),
        findings,
        SourceMap.empty());
  }

  /** Whether a vector field is another one, or has it among its summands, at whatever depth. */
  private boolean reaches(TypeElement from, TypeElement to, List<TypeElement> seen)
      throws IncompleteAnnotation {
    if (from.equals(to)) {
      return true;
    }
    Optional<AnnotationValues> split = AnnotationValues.of(elements, from, SPLIT);
    if (split.isEmpty() || seen.contains(from)) {
      return false;
    }
    seen.add(from);
    for (String member : SUMMANDS) {
      Optional<TypeElement> summand = split.orElseThrow().type(member);
      if (summand.isPresent() && reaches(summand.orElseThrow(), to, seen)) {
        return true;
      }
    }
    return false;
  }
}
