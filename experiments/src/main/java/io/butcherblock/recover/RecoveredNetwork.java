package io.butcherblock.recover;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A network with trained coefficients as numerical methods. Where the state between the blocks is
 * one value, each block is a method of its own; where a history is carried from block to block,
 * each is a recurrence, or, where a block is more than a step, all blocks together are one method.
 * Where the state has two halves from the first block on, each is a partitioned scheme, and where f
 * and g of y' = f(y) + g(y) are evaluated apart, an additive one.
 */
public final class RecoveredNetwork {

  private final TrainedCoefficients trained;
  private final NetworkSpec spec;
  private final List<Recovered> parts;
  private final Optional<RecoveredRecurrences> recurrences;
  private final Optional<RecoveredPair<PartitionedTableau>> partitioned;
  private final Optional<RecoveredPair<AdditiveTableau>> additive;

  /** Of each part, the largest residual of each order; empty where none can be asked for. */
  private final List<List<OrderResidual>> residuals = new ArrayList<>();

  private final List<OrderResidual> asDeclared;
  private final int declaredOrder;

  private RecoveredNetwork(
      TrainedCoefficients trained,
      List<Recovered> parts,
      Optional<RecoveredRecurrences> recurrences) {
    this.trained = trained;
    this.spec = trained.spec();
    this.recurrences = recurrences;
    this.partitioned = RecoveredPair.partitioned(trained);
    this.additive = RecoveredPair.additive(trained);
    this.parts = List.copyOf(parts);
    List<OrderResidual> ofDeclared = List.of();
    int order = 0;
    if (hasOrder()) {
      int most = Math.min(spec.scheme().facts().order() + 1, OrderResiduals.HIGHEST);
      ofDeclared = residuals(parts.get(0), parts.get(0).declared(), most);
      order = OrderResiduals.order(ofDeclared, OrderResiduals.DOUBLE_PRECISION + tolerance());
      int highest = Math.min(order + 1, most);
      parts.forEach(part -> residuals.add(residuals(part, part.trained(), highest)));
    }
    this.asDeclared = ofDeclared;
    this.declaredOrder = order;
  }

  private static List<OrderResidual> residuals(Recovered part, BlockTableau tableau, int highest) {
    return OrderResiduals.largest(tableau.perStep(part.steps()), highest);
  }

  /** Recovers the methods. */
  public static RecoveredNetwork of(TrainedCoefficients trained) {
    NetworkSpec spec = trained.spec();
    List<BlockProgram> programs = spec.programs();
    List<ToDoubleFunction<Factor>> declared = new ArrayList<>();
    List<ToDoubleFunction<Factor>> now = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      declared.add(FactorValues.declared(programs.get(i)));
      now.add(FactorValues.of(trained.blocks().get(i)));
    }
    List<Recovered> parts = new ArrayList<>();
    Optional<RecoveredRecurrences> recurrences = RecoveredRecurrences.of(trained);
    if (programs.stream().anyMatch(AdditiveTableau::isAdditive)) {
      // They have two tableaus.
      return new RecoveredNetwork(trained, parts, recurrences);
    }
    if (programs.stream().allMatch(BlockProgram::hasOneState)) {
      for (int i = 0; i < programs.size(); i++) {
        parts.add(
            new Recovered(
                i + 1,
                BlockTableau.of(programs.get(i), declared.get(i)),
                BlockTableau.of(programs.get(i), now.get(i))));
      }
    }
    // All blocks of a scheme for y'' = f(y) together are no Runge-Kutta method.
    if (parts.isEmpty()
        && recurrences.isEmpty()
        && programs.get(0).inputs().size() == 1
        && programs.get(0).stepPower() == 1) {
      parts.add(
          new Recovered(1, BlockTableau.of(programs, declared), BlockTableau.of(programs, now)));
    }
    return new RecoveredNetwork(trained, parts, recurrences);
  }

  /** The network, of the size that the weights have. */
  public NetworkSpec spec() {
    return spec;
  }

  /** The coefficients themselves. */
  public TrainedCoefficients trained() {
    return trained;
  }

  /** The blocks as recurrences, where they carry a history; there are no {@link #parts} then. */
  public Optional<RecoveredRecurrences> recurrences() {
    return recurrences;
  }

  /** The methods, in the order of the network; empty where there are none. */
  public List<Recovered> parts() {
    return parts;
  }

  /** The blocks as partitioned schemes, where the state has two halves. */
  public Optional<RecoveredPair<PartitionedTableau>> partitioned() {
    return partitioned;
  }

  /** The blocks as additive schemes, where f and g of y' = f(y) + g(y) are evaluated apart. */
  public Optional<RecoveredPair<AdditiveTableau>> additive() {
    return additive;
  }

  /** The blocks as {@link #partitioned} or {@link #additive} schemes. */
  public Optional<RecoveredPair<? extends TableauPair>> pair() {
    return partitioned.isPresent() ? partitioned.map(pair -> pair) : additive.map(pair -> pair);
  }

  /** Whether all blocks together are one method. */
  public boolean isOneMethod() {
    return !parts.isEmpty() && !spec.programs().stream().allMatch(BlockProgram::hasOneState);
  }

  /** The free parameters of a family, from which the coefficients are computed; mostly none. */
  public List<ParameterValues> freeParameters() {
    return ParameterValues.of(trained);
  }

  /** Whether any coefficient is trained; otherwise the network is what was declared. */
  public boolean isTrained() {
    return spec.programs().stream().anyMatch(program -> !program.coefficients().isEmpty());
  }

  /** Whether order conditions can be asked for: what was declared is consistent. */
  public boolean hasOrder() {
    return !parts.isEmpty() && parts.stream().allMatch(part -> part.steps() > 0);
  }

  /**
   * The order as declared: of {@link #parts}, of {@link #recurrences} after accurate starting
   * values, or of {@link #partitioned} or {@link #additive} schemes; 0 where blocks are not
   * consistent.
   */
  public int declaredOrder() {
    if (recurrences.isPresent()) {
      return recurrences.get().declaredOrder();
    }
    return pair().map(pair -> pair.declaredOrder(spec)).orElse(declaredOrder);
  }

  /** The order, up to that declared, that all blocks have {@link #within} rounding. */
  public int order() {
    if (recurrences.isPresent()) {
      return recurrences.get().order();
    }
    if (pair().isPresent()) {
      return pair().get().order(declaredOrder(), within());
    }
    return residuals.stream()
        .mapToInt(part -> OrderResiduals.order(part, within()))
        .map(order -> Math.min(order, declaredOrder))
        .min()
        .orElse(0);
  }

  /**
   * Residuals up to this are those of rounding: to single precision, and that of the coefficients
   * of a scheme which is known in decimals only.
   */
  public double within() {
    return OrderResiduals.SINGLE_PRECISION + tolerance();
  }

  private double tolerance() {
    SchemeFacts facts = spec.scheme().facts();
    return facts.isProved() ? 0 : Double.parseDouble(facts.tolerance());
  }

  /**
   * The largest residual of an order in each part.
   *
   * @param order from 1 to {@link #highestOrder}
   */
  public List<OrderResidual> residuals(int order) {
    return residuals.stream().map(largest -> largest.get(order - 1)).toList();
  }

  /**
   * The largest residual of an order before training.
   *
   * @param order from 1 to {@link #highestOrder}
   */
  public OrderResidual declaredResidual(int order) {
    return asDeclared.get(order - 1);
  }

  /** The highest order that was looked at: one more than was declared, or less. */
  public int highestOrder() {
    return residuals.isEmpty() ? 0 : residuals.get(0).size();
  }

  /** The part, by its place, with the largest residual of all orders up to that declared. */
  public Optional<Drift> drift() {
    List<Drift> all = new ArrayList<>();
    for (int order = 1; order <= declaredOrder; order++) {
      List<OrderResidual> ofOrder = residuals(order);
      for (int i = 0; i < ofOrder.size(); i++) {
        all.add(new Drift(parts.get(i).number(), ofOrder.get(i)));
      }
    }
    return all.stream().max(Comparator.comparingDouble(drift -> drift.residual().size()));
  }

  /**
   * A residual and where it is.
   *
   * @param block from 1
   */
  public record Drift(int block, OrderResidual residual) {}
}
