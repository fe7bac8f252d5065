package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Subscript;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds stages of a scheme of two tableaus that need themselves or each other. */
final class ImplicitStages {

  private final PartitionedRungeKutta scheme;

  private ImplicitStages(PartitionedRungeKutta scheme) {
    this.scheme = scheme;
  }

  /** The finding of a partitioned scheme that is implicit. */
  static Finding ofPartitioned(PartitionedRungeKutta scheme) {
    return Message.PARTITIONED_IMPLICIT.at(
        new ImplicitStages(scheme).entryOfP().orElse(new Location.Member("p")), scheme.name());
  }

  /** The finding of an additive scheme that is implicit: the first entry that makes it so. */
  static Finding ofAdditive(AdditiveRungeKutta scheme) {
    boolean ofF = !scheme.f().isExplicit();
    RungeKutta tableau = scheme.tableau(ofF);
    String member = scheme.tableauName(ofF);
    for (int i = 0; i < tableau.stages(); i++) {
      for (int j = i; j < tableau.stages(); j++) {
        if (!tableau.a(i, j).isZero()) {
          return Message.ADDITIVE_IMPLICIT.at(
              new Location.InTableau(member, new Location.StageEntry(i, j)),
              scheme.name(),
              Subscript.of(i, j),
              member);
        }
      }
    }
    throw new IllegalArgumentException(scheme.name() + " is explicit.");
  }

  /** The first entry of the tableau of p for a k that needs the stage of the entry itself. */
  private Optional<Location> entryOfP() {
    int stages = scheme.p().stages();
    return IntStream.range(0, stages)
        .boxed()
        .flatMap(i -> ofP(i).filter(j -> needs(j).get(i)).mapToObj(j -> entry(i, j)))
        .findFirst();
  }

  private static Location entry(int i, int j) {
    return new Location.InTableau("p", new Location.StageEntry(i, j));
  }

  /** The k that stage i of p needs itself. */
  private IntStream ofP(int i) {
    return IntStream.range(0, scheme.p().stages()).filter(j -> !scheme.p().a(i, j).isZero());
  }

  /** The stages of p that k_j needs, directly or by way of others. */
  private BitSet needs(int j) {
    BitSet needed = new BitSet();
    BitSet ofQ = new BitSet();
    ofQ.set(j);
    int before;
    do {
      before = needed.cardinality();
      ofQ.stream()
          .flatMap(
              k ->
                  IntStream.range(0, scheme.q().stages()).filter(i -> !scheme.q().a(k, i).isZero()))
          .forEach(needed::set);
      needed.stream().flatMap(this::ofP).forEach(ofQ::set);
    } while (needed.cardinality() > before);
    return needed;
  }
}
