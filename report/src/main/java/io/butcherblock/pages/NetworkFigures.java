package io.butcherblock.pages;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What pages say of a network, by name. */
final class NetworkFigures {

  private NetworkFigures() {}

  static Map<String, String> of(NetworkSpec spec, int scale) {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("scheme", spec.scheme().facts().name());
    figures.put("vector field", spec.vectorField().name());
    figures.put("blocks x channels", spec.blocks() + " x " + spec.channels());
    try {
      NetworkSize size = NetworkSize.of(spec, scale);
      figures.put("parameters", String.format(Locale.ROOT, "%,d", size.parameters()));
      figures.put(
          "multiply-accumulates for 1280 x 720",
          String.format(Locale.ROOT, "%.1f G", size.macs() / 1e9));
    } catch (ButcherblockException e) {
      // A vector field that does not describe itself cannot be counted.
      figures.put("parameters", "not known");
    }
    return figures;
  }
}
