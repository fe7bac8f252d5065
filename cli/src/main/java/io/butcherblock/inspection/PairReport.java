package io.butcherblock.inspection;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.recover.OrderResidual;
import io.butcherblock.recover.PartitionedTableau;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.RecoveredPair;
import io.butcherblock.recover.Spread;
import io.butcherblock.recover.TableauPair;
import java.util.List;

/** What {@code inspect} says of trained weights of a network of two functions. */
final class PairReport {

  private PairReport() {}

  /** Adds all that is to be said. */
  static void write(
      RecoveredNetwork network, RecoveredPair<? extends TableauPair> blocks, ReportText text) {
    NetworkSpec spec = network.spec();
    boolean additive = network.additive().isPresent();
    boolean hamiltonian =
        network.partitioned().filter(pair -> pair.declared().hamiltonian()).isPresent();
    text.section(
        "Block 1 of %s, as trained: %s"
            .formatted(
                spec.blocks(),
                additive
                    ? SharingText.ADDITIVE
                    : hamiltonian ? "p' = -f(q), q' = g(p)" : SharingText.PARTITIONED),
        blocks.trained().get(0).toString());
    text.section("Coefficients over the blocks", CoefficientMeanings.of(network.trained()));
    text.section(
        "Order conditions, of %s: largest residual of each block"
            .formatted(additive ? "trees with nodes of f and of g" : "bicolored trees"),
        residuals(network.declaredOrder() + 1, blocks));
    text.sentence(ResidualTable.sentence(network));
    network
        .partitioned()
        .ifPresent(
            partitioned ->
                text.section(
                    "Symplectic where it is 0: largest b_i A_ij + B_j a_ji - b_i B_j",
                    symplectic(partitioned)));
    if (spec.hasFieldPerStage()) {
      text.sentence(
          "Each evaluation has a vector field of its own, which is trained too: the figures are"
              + " those of the coefficients with one f and one g: "
              + SharingText.order(spec)
              + ".");
    }
  }

  private static String residuals(int order, RecoveredPair<? extends TableauPair> blocks) {
    int highest = Math.min(order, blocks.declared().highestOrder());
    List<OrderResidual> declared = blocks.declared().residuals(highest);
    List<List<OrderResidual>> trained =
        blocks.trained().stream().map(tableau -> tableau.residuals(highest)).toList();
    ResidualTable table = new ResidualTable();
    for (int place = 0; place < highest; place++) {
      int of = place;
      table.row(
          place + 1,
          declared.get(place),
          trained.stream().map(ofBlock -> ofBlock.get(of)).toList(),
          block -> String.valueOf(block + 1));
    }
    return table.toText();
  }

  private static String symplectic(RecoveredPair<PartitionedTableau> blocks) {
    SpreadTable table = new SpreadTable("");
    table.row(
        "a block",
        SpreadTable.seen(blocks.declared().distanceFromSymplectic()),
        Spread.of(
            blocks.trained().stream()
                .map(PartitionedTableau::distanceFromSymplectic)
                .map(SpreadTable::seen)
                .toList()));
    return table.toText();
  }
}
