package io.butcherblock.inspection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.butcherblock.evaluate.RefinedNetwork;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@code convergence} measures; changes and distances in 0..255.
 *
 * @param orderOfScheme of a chain of blocks, as it was proved
 * @param fieldPerStage whether each stage has a vector field of its own
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ConvergenceJson(
    String network,
    int scale,
    String dataSet,
    String scheme,
    int orderOfScheme,
    boolean fieldPerStage,
    List<Row> rows) {

  /** A row for each step size, the largest first. */
  public static ConvergenceJson of(
      NetworkSpec spec, int scale, String dataSet, List<RefinedNetwork> rows) {
    return new ConvergenceJson(
        spec.name(),
        scale,
        dataSet,
        spec.scheme().facts().name(),
        spec.scheme().facts().blockOrder(),
        SharingText.hasFieldPerStage(spec),
        IntStream.range(0, rows.size()).mapToObj(i -> Row.of(rows.get(i), i > 0)).toList());
  }

  /**
   * A network of one step size; null for the change of the first, and where no order is observed.
   */
  @JsonNaming(SnakeCaseStrategy.class)
  record Row(
      int blocks,
      double stepSize,
      double psnr,
      double ssim,
      Double change,
      double distance,
      Double observedOrder) {

    static Row of(RefinedNetwork network, boolean hasChange) {
      return new Row(
          network.blocks(),
          network.stepSize(),
          network.quality().psnr(),
          network.quality().ssim(),
          hasChange ? Double.valueOf(network.change()) : null,
          network.distance(),
          network.order().isPresent() ? Double.valueOf(network.order().getAsDouble()) : null);
    }
  }
}
