package io.butcherblock.options;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.models.Model;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Scale;
import io.butcherblock.weights.NetworkDefinition;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * {@code --scale} and the overrides of a declared network; what a weights file says of itself is
 * the default.
 */
public final class NetworkOptions {

  @Option(
      names = "--scale",
      paramLabel = "2|3|4",
      converter = Converters.PositiveInteger.class,
      description =
          "How many times wider and higher the output is (default: the weights' own; for upscale"
              + " without --weights, 2).")
  private Integer scale;

  @Option(
      names = "--blocks",
      paramLabel = "B",
      converter = Converters.PositiveInteger.class,
      description = "Another number of blocks.")
  private Integer blocks;

  @Option(
      names = "--channels",
      paramLabel = "C",
      converter = Converters.PositiveInteger.class,
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
      paramLabel = "trainable|frozen|family",
      description = "Whether the scheme's coefficients are trained.")
  private Coefficients coefficients;

  /**
   * The declared network with what its weights say of it, and with the options given.
   *
   * @param name the network's
   * @param saved what the weights say, or {@link WeightsInfo#NONE}
   */
  public NetworkSpec spec(String name, WeightsInfo saved) {
    Catalogue catalogue = Catalogue.onClassPath();
    if (saved.network().equals(Optional.of(name)) && !catalogue.networks().containsKey(name)) {
      // Says what to add; the name was no mistake.
      return saved.spec(catalogue);
    }
    NetworkChoice.check("network", name, catalogue.networks(), "networks", OtherKind.OF_A_NETWORK);
    refuseOther(name, saved, catalogue);
    if (scheme != null) {
      NetworkChoice.check("scheme", scheme, catalogue.schemes(), "schemes", OtherKind.OF_A_NETWORK);
    }
    if (vectorField != null) {
      NetworkChoice.check(
          "vector field",
          vectorField,
          catalogue.vectorFields(),
          "networks",
          OtherKind.OF_A_NETWORK);
    }
    WeightsInfo asked =
        new WeightsInfo(
            Optional.of(name),
            number(scale),
            Optional.ofNullable(scheme),
            Optional.ofNullable(vectorField),
            number(blocks),
            number(channels),
            Optional.ofNullable(coefficients),
            NetworkDefinition.NONE,
            Optional.empty(),
            OptionalInt.empty());
    return asked.orElse(saved).spec(catalogue);
  }

  /**
   * The network's name: the one that is given, else what its weights say.
   *
   * @param given null if none is
   * @param proposal a command's arguments that name the network
   * @throws ButcherblockException if neither says it
   */
  public static String name(String given, WeightsInfo saved, Path weights, String proposal) {
    return Optional.ofNullable(given)
        .or(saved::network)
        .orElseThrow(
            () ->
                new ButcherblockException(
                    "%s does not say of which network it is; name it: %s"
                        .formatted(weights, Suggestion.of(proposal))));
  }

  /**
   * Refuses a name that contradicts what weights say of themselves. A network that is no longer
   * declared under the name that they say may have been renamed.
   *
   * @throws ButcherblockException if it does
   */
  public static void refuseOther(String name, WeightsInfo saved, Catalogue catalogue) {
    saved
        .network()
        .filter(its -> !its.equals(name) && catalogue.networks().containsKey(its))
        .ifPresent(
            its -> {
              throw new ButcherblockException(
                  "The weights say that they are of %s, not of %s; name %s, or other weights."
                      .formatted(its, name, its));
            });
  }

  private static OptionalInt number(Integer option) {
    return option == null ? OptionalInt.empty() : OptionalInt.of(option);
  }

  /** The scale of the command line, or else that of the weights. */
  public int scale(WeightsInfo saved) {
    if (scale == null && saved.scale().isEmpty()) {
      throw new ButcherblockException("Which scale is not known; give --scale 2, 3 or 4.");
    }
    int chosen = scale != null ? scale : saved.scale().getAsInt();
    Scale.check(chosen);
    return chosen;
  }

  /** The scale of the command line; empty if none was given. */
  public OptionalInt scale() {
    return number(scale);
  }

  /**
   * Refuses the options that change a network, for weights that come with theirs.
   *
   * @throws ButcherblockException if one was given
   */
  public void refuse() {
    if (Stream.of(blocks, channels, scheme, vectorField, coefficients).anyMatch(Objects::nonNull)) {
      throw new ButcherblockException(
          "--blocks, --channels, --scheme, --vector-field and --coefficients say which network a"
              + " file of weights belongs to; give it as --weights FILE.");
    }
  }

  /**
   * Refuses the options that change a network, and another scale, for weights that come along.
   *
   * @throws ButcherblockException if one was given
   */
  public void refuse(Model model) {
    refuse();
    if (scale != null && scale != model.scale()) {
      throw new ButcherblockException(
          "%s enlarges %s times, not %s; leave --scale out, or name other weights: '%s' lists them."
              .formatted(model.name(), model.scale(), scale, Suggestion.of("networks")));
    }
  }

  /** Whether any of these options was given. */
  public boolean isGiven() {
    return Stream.of(scale, blocks, channels, scheme, vectorField, coefficients)
        .anyMatch(Objects::nonNull);
  }
}
