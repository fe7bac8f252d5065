package io.butcherblock.cli;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import java.util.Optional;

/** Names of schemes, vector fields and networks where one of another kind was expected. */
final class OtherKind {

  private OtherKind() {}

  /**
   * Says what a name stands for and what to type in its place.
   *
   * @param expected what was expected: {@code network}, {@code scheme} or {@code vector field}
   * @return a sentence without its beginning; empty if the name is of no other kind
   */
  static Optional<String> hint(String expected, String typed) {
    Catalogue catalogue = Catalogue.onClassPath();
    if (expected.equals("network")) {
      return catalogue.schemes().containsKey(typed)
          ? Optional.of("that is a scheme: name a network, and --scheme " + typed + ".")
          : Optional.empty();
    }
    return Optional.ofNullable(catalogue.networks().get(typed))
        .flatMap(
            network ->
                part(expected, network)
                    .map(part -> "that is a network, whose %s is %s.".formatted(expected, part)));
  }

  private static Optional<String> part(String kind, NetworkSpec network) {
    return switch (kind) {
      case "scheme" -> Optional.of(network.scheme().facts().name());
      case "vector field" -> Optional.of(network.vectorField().name());
      default -> Optional.empty();
    };
  }
}
