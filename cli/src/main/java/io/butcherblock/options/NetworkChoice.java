package io.butcherblock.options;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.weights.WeightsInfo;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code NETWORK} and its {@link NetworkOptions}. */
public final class NetworkChoice {

  @Parameters(
      index = "0",
      paramLabel = "NETWORK",
      description = "Name of a network; 'butcherblock networks' lists them.")
  private String name;

  @Mixin private NetworkOptions options;

  /** The chosen network, by {@link NetworkOptions#spec}. */
  public NetworkSpec spec(WeightsInfo saved) {
    return options.spec(name, saved);
  }

  /** The chosen scale, by {@link NetworkOptions#scale}. */
  public int scale(WeightsInfo saved) {
    return options.scale(saved);
  }

  /** The item of a name, or a failure that tells the nearest name. */
  public static <T> T named(
      String kind, String name, Map<String, T> items, String listing, OtherKind kinds) {
    check(kind, name, items, listing, kinds);
    return items.get(name);
  }

  /** Fails, and tells the nearest name, unless there is an item of a name. */
  public static void check(
      String kind, String name, Map<String, ?> items, String listing, OtherKind kinds) {
    if (!items.containsKey(name)) {
      throw Texts.unknownName(kind, name, items.keySet(), Suggestion.of(listing), kinds);
    }
  }
}
