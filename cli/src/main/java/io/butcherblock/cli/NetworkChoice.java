package io.butcherblock.cli;

import io.butcherblock.nn.NetworkSpec;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code NETWORK} and its {@link NetworkOptions}. */
final class NetworkChoice {

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      description = "Name of a network; 'butcherblock networks' lists them.")
  private String name;

  @Mixin private NetworkOptions options;

  /** See {@link NetworkOptions#spec}. */
  NetworkSpec spec(Map<String, String> metadata) {
    return options.spec(name, metadata);
  }

  /** See {@link NetworkOptions#scale}. */
  int scale(Map<String, String> metadata) {
    return options.scale(metadata);
  }

  /** The item of a name, or a failure that tells the nearest name. */
  static <T> T named(String kind, String name, Map<String, T> items, String listing) {
    T item = items.get(name);
    if (item == null) {
      throw UnknownName.failure(kind, name, items.keySet(), Main.NAME + " " + listing);
    }
    return item;
  }
}
