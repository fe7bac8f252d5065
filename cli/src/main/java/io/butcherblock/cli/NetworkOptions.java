package io.butcherblock.cli;

import io.butcherblock.checkpoint.NetworkMetadata;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * {@code --scale} and the overrides of a declared network; what a weights file says of itself is
 * the default.
 */
final class NetworkOptions {

  private static final List<Integer> SCALES = List.of(2, 3, 4);

  @Option(
      names = "--scale",
      paramLabel = "2|3|4",
      converter = PositiveInteger.class,
      description = "How many times wider and higher the output is (default: the weights' own).")
  private Integer scale;

  @Option(
      names = "--blocks",
      paramLabel = "B",
      converter = PositiveInteger.class,
      description = "Another number of blocks.")
  private Integer blocks;

  @Option(
      names = "--channels",
      paramLabel = "C",
      converter = PositiveInteger.class,
      description = "Another number of feature maps.")
  private Integer channels;

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description = "Another ODE scheme; 'butcherblock schemes' lists them.")
  private String scheme;

  @Option(names = "--vector-field", paramLabel = "NAME", description = "Another right-hand side G.")
  private String vectorField;

  @Option(
      names = "--coefficients",
      paramLabel = "trainable|frozen",
      description = "Whether the scheme's coefficients are trained.")
  private Coefficients coefficients;

  /**
   * The declared network; with what {@code metadata} says of it, and with the options given.
   *
   * @param name the network's
   * @param metadata that of a file of weights, or empty
   */
  NetworkSpec spec(String name, Map<String, String> metadata) {
    Catalogue catalogue = Catalogue.onClassPath();
    NetworkSpec declared = NetworkChoice.named("network", name, catalogue.networks(), "networks");
    NetworkSpec spec = NetworkMetadata.apply(metadata, declared, catalogue);
    if (scheme != null) {
      spec = spec.withScheme(NetworkChoice.named("scheme", scheme, catalogue.schemes(), "schemes"));
    }
    if (vectorField != null) {
      spec =
          spec.withVectorField(
              NetworkChoice.named(
                  "vector field", vectorField, catalogue.vectorFields(), "networks"));
    }
    if (coefficients != null) {
      spec = spec.withCoefficients(coefficients);
    }
    return spec.withSize(
        blocks != null ? blocks : spec.blocks(), channels != null ? channels : spec.channels());
  }

  /** The scale of the command line, or else that of {@code metadata}. */
  int scale(Map<String, String> metadata) {
    if (scale == null && NetworkMetadata.scale(metadata).isEmpty()) {
      throw new ButcherblockException("Which scale is not known; give --scale 2, 3 or 4.");
    }
    int chosen = scale != null ? scale : NetworkMetadata.scale(metadata).getAsInt();
    if (!SCALES.contains(chosen)) {
      throw new ButcherblockException(
          "Scale " + chosen + " is not built; the scales are 2, 3 and 4.");
    }
    return chosen;
  }

  /** Whether any of these options was given. */
  boolean isGiven() {
    return Stream.of(scale, blocks, channels, scheme, vectorField, coefficients)
        .anyMatch(Objects::nonNull);
  }
}
