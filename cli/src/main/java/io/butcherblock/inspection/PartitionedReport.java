package io.butcherblock.inspection;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.recover.BicoloredResiduals;
import io.butcherblock.recover.OrderResidual;
import io.butcherblock.recover.PartitionedTableau;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.RecoveredPartitioned;
import io.butcherblock.recover.Spread;
import java.util.List;

/** What {@code inspect} says of trained weights of a network whose state has two halves. */
final class PartitionedReport {

  private PartitionedReport() {}

  /** Adds all that is to be said. */
  static void write(RecoveredNetwork network, RecoveredPartitioned blocks, ReportText text) {
    NetworkSpec spec = network.spec();
    text.section(
        "Block 1 of %s, as trained: p' = %sf(q), q' = g(p)"
            .formatted(spec.blocks(), blocks.declared().hamiltonian() ? "-" : ""),
        blocks.trained().get(0).toString());
    int declared = spec.scheme().facts().order();
    int highest = Math.min(declared + 1, BicoloredResiduals.HIGHEST);
    List<OrderResidual> asDeclared = BicoloredResiduals.largest(blocks.declared(), highest);
    List<List<OrderResidual>> residuals = residuals(blocks, highest);
    ResidualTable table = new ResidualTable();
    for (int order = 1; order <= highest; order++) {
      int place = order - 1;
      table.row(
          order,
          asDeclared.get(place),
          residuals.stream().map(ofBlock -> ofBlock.get(place)).toList(),
          block -> String.valueOf(block + 1));
    }
    text.section(
        "Order conditions, of bicolored trees: largest residual of each block", table.toText());
    text.sentence(ResidualTable.sentence(network));
    SpreadTable symplectic = new SpreadTable("");
    symplectic.row(
        "a block",
        SpreadTable.seen(blocks.declared().distanceFromSymplectic()),
        Spread.of(
            blocks.trained().stream()
                .map(PartitionedTableau::distanceFromSymplectic)
                .map(SpreadTable::seen)
                .toList()));
    text.section(
        "Symplectic where it is 0: largest b_i A_ij + B_j a_ji - b_i B_j", symplectic.toText());
    if (spec.hasFieldPerStage()) {
      text.sentence(
          "Each evaluation has a vector field of its own, which is trained too: the figures are"
              + " those of the coefficients with one f and one g: "
              + SharingText.order(spec)
              + ".");
    }
  }

  private static List<List<OrderResidual>> residuals(RecoveredPartitioned blocks, int highest) {
    return blocks.trained().stream()
        .map(tableau -> BicoloredResiduals.largest(tableau, highest))
        .toList();
  }
}
