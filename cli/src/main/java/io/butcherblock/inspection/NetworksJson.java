package io.butcherblock.inspection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.butcherblock.models.Model;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Scale;
import io.butcherblock.weights.WeightsInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code networks} lists. */
@JsonNaming(SnakeCaseStrategy.class)
public record NetworksJson(
    List<Network> networks, Set<String> vectorFields, List<TrainedWeights> trainedWeights) {

  public static NetworksJson of(Catalogue catalogue) {
    return new NetworksJson(
        catalogue.networks().values().stream().map(Network::of).toList(),
        catalogue.vectorFields().keySet(),
        ModelCatalogue.onClassPath().models().values().stream()
            .map(model -> TrainedWeights.of(model, catalogue))
            .toList());
  }

  /** A network with its sizes. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Network(
      String name,
      String scheme,
      String vectorField,
      int blocks,
      int channels,
      double stepSize,
      String coefficients,
      String source,
      List<Size> sizes) {

    static Network of(NetworkSpec spec) {
      return new Network(
          spec.name(),
          spec.scheme().facts().name(),
          spec.vectorField().name(),
          spec.blocks(),
          spec.channels(),
          spec.stepSize(),
          spec.coefficients().name().toLowerCase(Locale.ROOT),
          spec.source(),
          Scale.ALL.stream().map(scale -> Size.of(spec, scale)).toList());
    }
  }

  /** What a network costs at a scale; {@code macs} for an output of 1280x720 pixels. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Size(int scale, long parameters, long macs, String radius) {

    static Size of(NetworkSpec spec, int scale) {
      NetworkSize size = NetworkSize.of(spec, scale);
      return new Size(scale, size.parameters(), size.macs(), size.radiusText());
    }
  }

  /** Weights that come with the program. */
  @JsonNaming(SnakeCaseStrategy.class)
  record TrainedWeights(
      String name,
      String forImages,
      int scale,
      String network,
      int blocks,
      int channels,
      long parameters) {

    static TrainedWeights of(Model model, Catalogue catalogue) {
      NetworkSpec spec = WeightsInfo.read(model).spec(catalogue);
      return new TrainedWeights(
          model.name(),
          model.kind().toString(),
          model.scale(),
          spec.name(),
          spec.blocks(),
          spec.channels(),
          NetworkSize.of(spec, model.scale()).parameters());
    }
  }
}
