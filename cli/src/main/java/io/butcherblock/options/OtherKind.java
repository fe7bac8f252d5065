package io.butcherblock.options;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import java.util.Optional;

/**
 * Names of schemes, vector fields and networks where one of another kind was expected, in a command
 * whose options for them are these.
 */
public enum OtherKind {
  /** It has none. */
  NO_OPTIONS("", ""),
  /** Those of {@link NetworkOptions}. */
  OF_A_NETWORK("--scheme", "--vector-field"),
  /** Those of {@link AblationChoice}. */
  OF_A_TABLE("--schemes", "--vector-fields");

  private static final String NETWORK = "network";

  private final String schemeOption;
  private final String fieldOption;

  OtherKind(String schemeOption, String fieldOption) {
    this.schemeOption = schemeOption;
    this.fieldOption = fieldOption;
  }

  /**
   * Says what a name stands for and what to type in its place.
   *
   * @param expected what was expected, as {@code network}, {@code scheme} or {@code vector field}
   * @return a sentence without its beginning; empty if the name is of no other kind
   */
  Optional<String> hint(String expected, String typed) {
    Catalogue catalogue = Catalogue.onClassPath();
    if (catalogue.schemes().containsKey(typed)) {
      return Optional.of("that is a scheme" + advice(expected, schemeOption, typed));
    }
    if (catalogue.vectorFields().containsKey(typed)) {
      return Optional.of("that is a vector field" + advice(expected, fieldOption, typed));
    }
    return Optional.ofNullable(catalogue.networks().get(typed))
        .flatMap(
            network ->
                part(expected, network)
                    .map(part -> "that is a network, whose %s is %s.".formatted(expected, part)));
  }

  private String advice(String expected, String option, String typed) {
    if (this == NO_OPTIONS) {
      return ".";
    }
    String given = option + " " + typed;
    if (!expected.equals(NETWORK)) {
      return ": give it as " + given + ".";
    }
    if (this == OF_A_NETWORK) {
      return ": name a network, and " + given + ".";
    }
    // There --networks and --schemes exclude each other, and vector fields want schemes.
    String schemes = option.equals(schemeOption) ? given : schemeOption + " and " + given;
    return ": give " + schemes + " in place of --networks.";
  }

  private static Optional<String> part(String kind, NetworkSpec network) {
    return switch (kind) {
      case "scheme" -> Optional.of(network.scheme().facts().name());
      case "vector field" -> Optional.of(network.vectorField().name());
      default -> Optional.empty();
    };
  }
}
