package io.butcherblock.export;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.weights.WeightsInfo;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a file for another runtime says of its network. */
final class ExportMetadata {

  private ExportMetadata() {}

  /**
   * What the weights say of the network, and what is known of its scheme, and how it is used.
   *
   * @param weights what the file of the weights says; a network does not know for which images it
   *     was trained
   */
  static Map<String, String> of(NetworkSpec spec, int scale, WeightsInfo weights) {
    SchemeFacts scheme = spec.scheme().facts();
    Map<String, String> metadata =
        new LinkedHashMap<>(WeightsInfo.of(spec, scale).withDegradationOf(weights).toMap());
    metadata.put("scheme_order", scheme.blockOrder() + scheme.toTolerance());
    metadata.put("scheme_family", scheme.family().text());
    metadata.put("scheme_text", scheme.text());
    metadata.put("source", spec.source());
    metadata.put("input", "float32 [N, 3, H, W], RGB, 0 to 255");
    metadata.put(
        "output",
        "float32 [N, 3, %1$s H, %1$s W], RGB, 0 to 255, neither clamped nor rounded"
            .formatted(scale));
    metadata.put("producer", Producer.NAME + " " + Producer.version());
    return metadata;
  }
}
