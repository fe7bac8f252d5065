package io.butcherblock.options;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.paper.Published;
import io.butcherblock.weights.WeightsInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The networks of the published tables, exactly as declared: no other is compared with them. */
public final class PublishedNetworks {

  private final Map<String, NetworkSpec> networks = new TreeMap<>();

  public PublishedNetworks(List<Published> rows, Map<String, NetworkSpec> declared) {
    for (Published row : rows) {
      NetworkSpec spec = declared.get(row.network());
      if (spec != null) {
        networks.put(row.network(), spec);
      }
    }
  }

  /**
   * The scale of weights, which are those of a network of the tables by name and by what they say.
   *
   * @throws ButcherblockException if they are not
   */
  public int check(Converters.NamedWeights weights) {
    NetworkSpec spec = networks.get(weights.network());
    if (spec == null) {
      throw Texts.unknownName(
          "published network",
          weights.network(),
          networks.keySet(),
          Suggestion.of("paper-table"),
          OtherKind.NO_OPTIONS);
    }
    WeightsInfo saved = WeightsInfo.read(weights.file());
    int scale =
        weights
            .scale()
            .orElseGet(
                () ->
                    saved.scale().stream()
                        .boxed()
                        .findFirst()
                        .orElseThrow(
                            () ->
                                new ButcherblockException(
                                    "%s does not say its scale; give it as %s:2=%s (or 3, or 4)."
                                        .formatted(
                                            weights.file(), weights.network(), weights.file()))));
    WeightsInfo.of(spec, scale)
        .namesAndSizes()
        .forEach(
            (part, value) -> {
              String other = saved.toMap().getOrDefault(part, value);
              if (!other.equals(value)) {
                throw new ButcherblockException(
                    "%s is not %s x%s as published: the file says %s %s, not %s; eval measures any network."
                        .formatted(weights.file(), weights.network(), scale, part, other, value));
              }
            });
    saved.check(spec, weights.file());
    return scale;
  }

  /**
   * Opens what was checked; the caller closes it.
   *
   * @throws ButcherblockException if the device does not have the precision
   */
  public SuperResolution open(Converters.NamedWeights weights, InferenceOptions options) {
    return SuperResolution.load(
        weights.file(), networks.get(weights.network()), check(weights), options);
  }
}
