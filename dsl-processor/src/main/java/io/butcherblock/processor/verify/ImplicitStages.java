package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds stages of a partitioned scheme that need each other. */
final class ImplicitStages {

  private final PartitionedRungeKutta scheme;

  ImplicitStages(PartitionedRungeKutta scheme) {
    this.scheme = scheme;
  }

  /** The first entry of the tableau of p for a k that needs the stage of the entry itself. */
  Optional<Location> entryOfP() {
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
