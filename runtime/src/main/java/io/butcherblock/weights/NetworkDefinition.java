package io.butcherblock.weights;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.nn.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the parts of a network were declared when its weights were trained: what its name and its
 * size do not tell. Files of earlier versions say nothing of it.
 *
 * @param scheme the scheme's exact coefficients, {@link io.butcherblock.nn.OdeScheme#definition}
 * @param schemeDeclaredBy the full name of the type that declares the scheme
 * @param vectorField what an evaluation computes, {@link
 *     io.butcherblock.nn.VectorFieldFactory#definition}
 * @param vectorFieldClass the full name of the class that describes the vector field
 * @param sharing whether the stages of a block share their weights, as text
 * @param stepSize the step size h, as text
 */
public record NetworkDefinition(
    Optional<String> scheme,
    Optional<String> schemeDeclaredBy,
    Optional<String> vectorField,
    Optional<String> vectorFieldClass,
    Optional<String> sharing,
    Optional<String> stepSize) {

  /** Nothing is known. */
  public static final NetworkDefinition NONE = of(Map.of());

  private static final String SCHEME = "scheme_definition";
  private static final String SCHEME_DECLARED_BY = "scheme_declared_by";
  private static final String VECTOR_FIELD = "vector_field_definition";
  private static final String VECTOR_FIELD_CLASS = "vector_field_class";
  private static final String SHARING = "sharing";
  private static final String STEP_SIZE = "step_size";

  /** The definition of a network as it is declared now. */
  public static NetworkDefinition of(NetworkSpec spec) {
    return new NetworkDefinition(
        Optional.of(spec.scheme().definition(spec.coefficients())),
        Optional.of(spec.scheme().facts().declaredBy()),
        Optional.of(spec.vectorField().definition(spec.channels())),
        Optional.of(spec.vectorField().getClass().getName()),
        Optional.of(text(spec.sharing())),
        Optional.of(String.valueOf(spec.stepSize())));
  }

  private static String text(WeightSharing sharing) {
    return sharing.name().toLowerCase(Locale.ROOT);
  }

  /** Reads a definition from the metadata of a file; other names are ignored. */
  static NetworkDefinition of(Map<String, String> metadata) {
    return new NetworkDefinition(
        Optional.ofNullable(metadata.get(SCHEME)),
        Optional.ofNullable(metadata.get(SCHEME_DECLARED_BY)),
        Optional.ofNullable(metadata.get(VECTOR_FIELD)),
        Optional.ofNullable(metadata.get(VECTOR_FIELD_CLASS)),
        Optional.ofNullable(metadata.get(SHARING)),
        Optional.ofNullable(metadata.get(STEP_SIZE)));
  }

  /** The parts that are known, as text by name, for the metadata of a file. */
  Map<String, String> toMap() {
    Map<String, String> metadata = new LinkedHashMap<>();
    scheme.ifPresent(text -> metadata.put(SCHEME, text));
    schemeDeclaredBy.ifPresent(text -> metadata.put(SCHEME_DECLARED_BY, text));
    vectorField.ifPresent(text -> metadata.put(VECTOR_FIELD, text));
    vectorFieldClass.ifPresent(text -> metadata.put(VECTOR_FIELD_CLASS, text));
    sharing.ifPresent(text -> metadata.put(SHARING, text));
    stepSize.ifPresent(text -> metadata.put(STEP_SIZE, text));
    return metadata;
  }
}
