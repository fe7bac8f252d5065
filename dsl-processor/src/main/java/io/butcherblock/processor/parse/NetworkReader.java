package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.diagnostics.SourceMap;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.ClassReference;
import io.butcherblock.processor.model.DeclaredType;
import io.butcherblock.processor.model.GeneratedNames;
import io.butcherblock.processor.model.NetworkDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads networks from types annotated with {@code @OdeNetwork}. */
public final class NetworkReader {

  public static final String NETWORK = "io.butcherblock.dsl.OdeNetwork";

  private static final ClassReference NONE = new ClassReference("", "None");

  private final Elements elements;
  private final TypeReader types;
  private final VectorFieldReferences vectorFields;

  public NetworkReader(Elements elements, VectorFieldReferences vectorFields) {
    this.elements = elements;
    this.vectorFields = vectorFields;
    this.types = new TypeReader(elements);
  }

  public Parsed<NetworkDeclaration> read(TypeElement type, AnnotationValues annotation)
      throws IncompleteAnnotation {
    String name = type.getSimpleName().toString();
    DeclaredType declared = types.read(type, annotation.string("name"));
    List<Finding> findings = new ArrayList<>(TypeReader.check(type, declared));
    NetworkDeclaration network =
        new NetworkDeclaration(
            declared,
            scheme(type, annotation.type("scheme"), findings),
            vectorField(type, annotation.type("vectorField"), findings),
            positive(name, "blocks", annotation, findings),
            channels(name, annotation, findings),
            stepSize(name, annotation, findings),
            coefficients(name, annotation, findings),
            annotation.constant("sharing"),
            annotation.string("source"));
    return Parsed.of(network, findings, SourceMap.empty());
  }

  private ClassReference scheme(
      TypeElement network, Optional<TypeElement> type, List<Finding> findings) {
    if (type.filter(t -> SchemeReader.ANNOTATIONS.stream().anyMatch(scheme -> has(t, scheme)))
        .isEmpty()) {
      NearestType nearest =
          new NearestType(elements, SchemeReader.ANNOTATIONS.toArray(String[]::new));
      findings.add(
          Message.NOT_A_SCHEME.at(
              new Location.Member("scheme"),
              network.getSimpleName(),
              VectorFieldReferences.simpleName(type),
              type.map(named -> nearest.hint(named, network)).orElse("")));
      return NONE;
    }
    return GeneratedNames.scheme(types.read(type.orElseThrow(), ""));
  }

  private ClassReference vectorField(
      TypeElement network, Optional<TypeElement> type, List<Finding> findings) {
    Optional<ClassReference> factory = vectorFields.of(type, VectorFieldReferences.ANY);
    if (factory.isEmpty()) {
      findings.add(
          Message.NOT_A_VECTOR_FIELD.at(
              new Location.Member("vectorField"),
              network.getSimpleName(),
              VectorFieldReferences.simpleName(type),
              vectorFields.hint(type, network)));
    }
    return factory.orElse(NONE);
  }

  private String coefficients(String name, AnnotationValues annotation, List<Finding> findings)
      throws IncompleteAnnotation {
    String coefficients = annotation.constant("coefficients");
    Optional<TypeElement> scheme = annotation.type("scheme");
    if (coefficients.equals("FAMILY") && scheme.isPresent()) {
      for (String kind : List.of(SchemeReader.TABLEAU, SchemeReader.MULTISTEP)) {
        Optional<AnnotationValues> declared =
            AnnotationValues.of(elements, scheme.orElseThrow(), kind);
        if (declared.isPresent() && declared.orElseThrow().string("parameters").isBlank()) {
          findings.add(
              Message.NO_FREE_PARAMETERS.at(
                  new Location.Member("coefficients"),
                  name,
                  VectorFieldReferences.simpleName(scheme)));
        }
      }
    }
    return coefficients;
  }

  private int channels(String name, AnnotationValues annotation, List<Finding> findings)
      throws IncompleteAnnotation {
    int channels = positive(name, "channels", annotation, findings);
    Optional<TypeElement> scheme = annotation.type("scheme");
    if (channels % 2 == 1
        && scheme.filter(type -> has(type, SchemeReader.PARTITIONED)).isPresent()) {
      findings.add(
          Message.ODD_CHANNELS.at(new Location.Member("channels"), name, channels, channels + 1));
    }
    return channels;
  }

  private boolean has(TypeElement type, String annotation) {
    return AnnotationValues.of(elements, type, annotation).isPresent();
  }

  private static int positive(
      String name, String member, AnnotationValues annotation, List<Finding> findings)
      throws IncompleteAnnotation {
    int value = annotation.integer(member);
    if (value < 1) {
      findings.add(Message.NOT_POSITIVE.at(new Location.Member(member), name, member, value));
    }
    return value;
  }

  private Exact stepSize(String name, AnnotationValues annotation, List<Finding> findings)
      throws IncompleteAnnotation {
    String text = annotation.string("stepSize");
    try {
      Cursor cursor = new Cursor(new TextLine(name, "stepSize", text), 0, text.length());
      Exact stepSize = new ExpressionParser(cursor, new NumberField()).number();
      if (stepSize.signum() <= 0) {
        findings.add(
            Message.STEP_SIZE_NOT_POSITIVE.at(new Location.Member("stepSize"), name, stepSize));
      } else {
        boolean squared = isOfSecondOrder(annotation.type("scheme"));
        Exact factor = squared ? stepSize.times(stepSize) : stepSize;
        double size = factor.doubleValue();
        if (size < Float.MIN_NORMAL || size > Float.MAX_VALUE) {
          findings.add(
              Message.STEP_SIZE_OUT_OF_RANGE.at(
                  new Location.Member("stepSize"),
                  name,
                  squared ? "h^2" : "h",
                  ShortText.size(factor)));
        }
      }
      return stepSize;
    } catch (ParseFailure e) {
      findings.add(e.finding());
      return Exact.ONE;
    }
  }

  /** Whether a scheme is a recurrence for y'' = f(y). */
  private boolean isOfSecondOrder(Optional<TypeElement> scheme) throws IncompleteAnnotation {
    Optional<AnnotationValues> recurrence =
        scheme.flatMap(type -> AnnotationValues.of(elements, type, SchemeReader.MULTISTEP));
    return recurrence.isPresent()
        && SecondOrderReader.isSecondOrder(
            RecurrenceParser.parseFamily(
                "",
                recurrence.orElseThrow().string("value"),
                /* absorbsStepSize= */ false,
                /* implicit= */ false,
                List.of()));
  }
}
