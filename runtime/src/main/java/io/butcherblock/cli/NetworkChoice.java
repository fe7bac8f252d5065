package io.butcherblock.cli;

import io.butcherblock.checkpoint.NetworkMetadata;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.UserError;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code NETWORK --scale} and the overrides of a declared network; what a weights file says of
 * itself is the default.
 */
final class NetworkChoice {

  private static final List<Integer> SCALES = List.of(2, 3, 4);

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      description = "Name of a network; 'butcherblock networks' lists them.")
  private String name;

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

  @Option(names = "--derivative", paramLabel = "NAME", description = "Another right-hand side G.")
  private String derivative;

  @Option(
      names = "--coefficients",
      paramLabel = "trainable|frozen",
      description = "Whether the scheme's coefficients are trained.")
  private Coefficients coefficients;

  /**
   * The declared network; with what {@code metadata} says of it, and with the options given.
   *
   * @param metadata that of a file of weights, or empty
   */
  NetworkSpec spec(Map<String, String> metadata) {
    Catalogue catalogue = Catalogue.onClassPath();
    NetworkSpec declared = named("network", name, catalogue.networks(), "networks");
    NetworkSpec spec = NetworkMetadata.apply(metadata, declared, catalogue);
    if (scheme != null) {
      spec = spec.withScheme(named("scheme", scheme, catalogue.schemes(), "schemes"));
    }
    if (derivative != null) {
      spec =
          spec.withDerivative(named("derivative", derivative, catalogue.derivatives(), "networks"));
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
      throw new UserError("Which scale is not known; give --scale 2, 3 or 4.");
    }
    int chosen = scale != null ? scale : NetworkMetadata.scale(metadata).getAsInt();
    if (!SCALES.contains(chosen)) {
      throw new UserError("Scale " + chosen + " is not built; the scales are 2, 3 and 4.");
    }
    return chosen;
  }

  /** The item of a name, or a failure that tells the nearest name. */
  static <T> T named(String kind, String name, Map<String, T> items, String listing) {
    T item = items.get(name);
    if (item == null) {
      throw NearestName.unknown(kind, name, items.keySet(), Main.NAME + " " + listing);
    }
    return item;
  }
}
