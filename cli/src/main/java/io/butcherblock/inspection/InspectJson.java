package io.butcherblock.inspection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.files.Json;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.plan.InferencePlan;
import io.butcherblock.program.BlockProgram;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code inspect} shows of a scheme, a network or its plan; exact coefficients are texts. */
public final class InspectJson {

  private InspectJson() {}

  public static ObjectNode of(String name, OdeScheme scheme, Optional<NetworkSpec> network) {
    ObjectNode root = Json.MAPPER.createObjectNode().put("inspected", name);
    network.ifPresent(spec -> root.putPOJO("network", NetworksJson.Network.of(spec)));
    SchemesJson.write(scheme, root.putObject("scheme"));
    var programs = root.putArray("block_programs");
    for (Coefficients coefficients : Coefficients.values()) {
      if (coefficients == Coefficients.FAMILY && !scheme.hasFreeParameters()) {
        continue;
      }
      List<BlockProgram> all = scheme.programs(coefficients);
      for (int i = 0; i < all.size(); i++) {
        write(
            all.get(i),
            programs
                .addObject()
                .put("coefficients", coefficients.name().toLowerCase(Locale.ROOT))
                .put("block", i + 1)
                .put("further_blocks", i == all.size() - 1));
      }
    }
    return root;
  }

  private static void write(BlockProgram program, ObjectNode node) {
    node.put("evaluations", program.evaluations())
        .put("longest_chain", program.depth())
        .put("passes", program.passes())
        .put("live_feature_maps", program.peak())
        .put("text", program.toString())
        .putPOJO("values", program.coefficients());
  }

  public static ObjectNode of(NetworkSpec network, int scale, InferencePlan plan) {
    ObjectNode root = Json.MAPPER.createObjectNode().put("inspected", network.name());
    root.putObject("plan")
        .put("scale", scale)
        .put("macs", plan.macsPerPixel() * NetworkSize.pixels(scale))
        .put("macs_as_declared", NetworkSize.of(network, scale).macs())
        .put("peak_bytes_per_pixel", plan.peakBytesPerPixel())
        .put("text", plan.toString());
    InferencePlan fast = plan.withWinograd();
    fast.leastPixels()
        .ifPresent(
            pixels ->
                root.putObject("winograd")
                    .put("least_pixels", pixels)
                    .put("convolutions", fast.winogradConvolutions())
                    .put(
                        "multiplications",
                        fast.multiplicationsPerPixel() * NetworkSize.pixels(scale))
                    .put("text", fast.toString()));
    return root;
  }
}
