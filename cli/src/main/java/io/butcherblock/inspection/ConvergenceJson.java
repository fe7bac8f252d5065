package io.butcherblock.inspection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.evaluate.ExpectedOrder;
import io.butcherblock.evaluate.RefinedNetwork;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What {@code convergence} measures; changes and distances in 0..255.
 *
 * @param expectedOrder of {@link ExpectedOrder}, for its reason
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ConvergenceJson(
    String network,
    int scale,
    String scheme,
    String sharing,
    String coefficients,
    String dataSet,
    int images,
    String protocol,
    String grey,
    boolean selfEnsemble,
    int expectedOrder,
    String expectedFor,
    List<Row> rows) {

  /** A row for each step size, the largest first. */
  public static ConvergenceJson of(
      NetworkSpec spec,
      int scale,
      PairedDataset set,
      boolean selfEnsemble,
      List<RefinedNetwork> rows) {
    ExpectedOrder expected = ExpectedOrder.of(spec);
    return new ConvergenceJson(
        spec.name(),
        scale,
        spec.scheme().facts().name(),
        lower(spec.sharing()),
        lower(spec.coefficients()),
        set.name(),
        set.pairs().size(),
        Protocol.benchmark(scale).named(scale),
        Protocol.GREY_STACKED,
        selfEnsemble,
        expected.order(),
        lower(expected.reason()),
        IntStream.range(0, rows.size()).mapToObj(i -> Row.of(rows.get(i), i > 0)).toList());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
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
