package io.butcherblock.checkpoint;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a file of weights says of its network, so that a small variant need not be described again.
 */
public final class NetworkMetadata {

  private static final String NETWORK = "network";
  private static final String SCALE = "scale";
  private static final String SCHEME = "scheme";
  private static final String VECTOR_FIELD = "vector_field";
  private static final String BLOCKS = "blocks";
  private static final String CHANNELS = "channels";
  private static final String COEFFICIENTS = "coefficients";

  /** The entries that name what a network is made of; as options they have the same names. */
  public static final List<String> PARTS = List.of(SCHEME, VECTOR_FIELD, COEFFICIENTS);

  private NetworkMetadata() {}

  /** The metadata of a network's weights. */
  public static Map<String, String> of(NetworkSpec spec, int scale) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(NETWORK, spec.name());
    metadata.put(SCALE, String.valueOf(scale));
    metadata.put(SCHEME, spec.scheme().facts().name());
    metadata.put(VECTOR_FIELD, spec.vectorField().name());
    metadata.put(BLOCKS, String.valueOf(spec.blocks()));
    metadata.put(CHANNELS, String.valueOf(spec.channels()));
    metadata.put(COEFFICIENTS, spec.coefficients().name().toLowerCase(Locale.ROOT));
    return metadata;
  }

  /**
   * The declared network with the size and parts that its weights were saved with; {@code declared}
   * itself if they are of another network or say nothing.
   */
  public static NetworkSpec apply(
      Map<String, String> metadata, NetworkSpec declared, Catalogue catalogue) {
    if (!declared.name().equals(metadata.get(NETWORK))) {
      return declared;
    }
    NetworkSpec spec =
        declared
            .withScheme(
                catalogue
                    .schemes()
                    .getOrDefault(metadata.getOrDefault(SCHEME, ""), declared.scheme()))
            .withVectorField(
                catalogue
                    .vectorFields()
                    .getOrDefault(metadata.getOrDefault(VECTOR_FIELD, ""), declared.vectorField()))
            .withSize(
                number(metadata, BLOCKS).orElse(declared.blocks()),
                number(metadata, CHANNELS).orElse(declared.channels()));
    for (Coefficients coefficients : Coefficients.values()) {
      if (coefficients.name().equalsIgnoreCase(metadata.get(COEFFICIENTS))) {
        spec = spec.withCoefficients(coefficients);
      }
    }
    return spec;
  }

  /** The name of the network that the weights are of. */
  public static Optional<String> network(Map<String, String> metadata) {
    return Optional.ofNullable(metadata.get(NETWORK));
  }

  /** The scale that the weights were saved for. */
  public static OptionalInt scale(Map<String, String> metadata) {
    return number(metadata, SCALE);
  }

  private static OptionalInt number(Map<String, String> metadata, String key) {
    String text = metadata.get(key);
    if (text == null) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // Told below, with the numbers that are out of bounds.
    }
    throw new ButcherblockException(
        "The weights say of themselves \"%s\": \"%s\", which is no number above 0; the file is damaged."
            .formatted(key, text));
  }
}
