package io.butcherblock.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.butcherblock.recover.AdditiveTableau;
import io.butcherblock.recover.BlockTableau;
import io.butcherblock.recover.OrderResidual;
import io.butcherblock.recover.ParameterValues;
import io.butcherblock.recover.PartitionedTableau;
import io.butcherblock.recover.Recovered;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.RecoveredPair;
import io.butcherblock.recover.RecoveredRecurrences;
import io.butcherblock.recover.StabilityIntervals;
import io.butcherblock.recover.TableauPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What {@code inspect} shows of trained weights: the methods that the blocks have become. What
 * there is not, as an order of blocks that are not consistent, is left out.
 *
 * @param inspected the file, or the name of weights that come along
 * @param orderHeld up to that declared, what all blocks have in single precision
 * @param oneMethod whether all blocks together are the one of {@code blocks}
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WeightsJson(
    String inspected,
    String degradation,
    NetworksJson.Network network,
    boolean trained,
    Integer orderDeclared,
    Integer orderHeld,
    List<Parameter> freeParameters,
    boolean oneMethod,
    List<Block> blocks,
    RecoveredRecurrences recurrences,
    Pair<PartitionedTableau> partitioned,
    Pair<AdditiveTableau> additive) {

  public static WeightsJson of(
      String inspected, RecoveredNetwork network, Optional<String> degradation) {
    boolean hasOrder = network.declaredOrder() > 0;
    return new WeightsJson(
        inspected,
        degradation.orElse(null),
        NetworksJson.Network.of(network.spec()),
        network.isTrained(),
        hasOrder ? network.declaredOrder() : null,
        hasOrder ? network.order() : null,
        network.freeParameters().stream().map(Parameter::of).toList(),
        network.isOneMethod(),
        IntStream.range(0, network.parts().size()).mapToObj(i -> Block.of(network, i)).toList(),
        network.recurrences().orElse(null),
        network.partitioned().map(pair -> Pair.of(network, pair)).orElse(null),
        network.additive().map(pair -> Pair.of(network, pair)).orElse(null));
  }

  /** A free parameter: its interval, its start, and its values in blocks, which count from 1. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Parameter(
      String name,
      double low,
      double high,
      double start,
      List<Integer> blocks,
      List<Double> values) {

    static Parameter of(ParameterValues values) {
      return new Parameter(
          values.parameter().name(),
          values.parameter().low(),
          values.parameter().high(),
          values.start(),
          values.numbers(),
          values.blocks());
    }
  }

  /** A block, from 1; or all blocks together. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Block(int number, Tableau declared, Tableau trained, List<Residual> residuals) {

    static Block of(RecoveredNetwork network, int place) {
      Recovered part = network.parts().get(place);
      return new Block(
          part.number(),
          Tableau.of(part.declared()),
          Tableau.of(part.trained()),
          IntStream.rangeClosed(1, network.highestOrder())
              .mapToObj(order -> network.residuals(order).get(place))
              .map(Residual::of)
              .toList());
    }
  }

  /** The condition of an order that is furthest from holding; left side minus right side. */
  record Residual(int order, String condition, double residual) {

    static Residual of(OrderResidual residual) {
      return new Residual(residual.order(), residual.equation(), residual.residual());
    }
  }

  /** Blocks of two tableaus each; of each trained one, first to last, its residuals. */
  record Pair<T extends TableauPair>(T declared, List<T> trained, List<List<Residual>> residuals) {

    static <T extends TableauPair> Pair<T> of(RecoveredNetwork network, RecoveredPair<T> blocks) {
      int highest = Math.min(network.declaredOrder() + 1, blocks.declared().highestOrder());
      return new Pair<>(
          blocks.declared(),
          blocks.trained(),
          blocks.trained().stream()
              .map(block -> block.residuals(highest).stream().map(Residual::of).toList())
              .toList());
    }
  }

  /** k_i = h f(u_i y0 + sum_j a_ij k_j), result v y0 + sum_i b_i k_i, and how far it is stable. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Tableau(
      List<Double> u,
      List<List<Double>> a,
      List<Double> b,
      double v,
      double realInterval,
      double imaginaryInterval) {

    static Tableau of(BlockTableau tableau) {
      StabilityIntervals stable = StabilityIntervals.of(tableau.stabilityFunction());
      int stages = tableau.stages();
      return new Tableau(
          IntStream.range(0, stages).mapToObj(tableau::ofInput).toList(),
          IntStream.range(0, stages)
              .mapToObj(i -> IntStream.range(0, stages).mapToObj(j -> tableau.a(i, j)).toList())
              .toList(),
          IntStream.range(0, stages).mapToObj(tableau::b).toList(),
          tableau.resultOfInput(),
          stable.real(),
          stable.imaginary());
    }
  }
}
