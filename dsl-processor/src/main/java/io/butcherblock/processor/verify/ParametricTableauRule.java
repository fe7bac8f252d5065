package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.FamilyClaim;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.fixit.FamilyFixIt;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.model.Subscript;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * For every value of the parameters a_ij = 0 for j at least i, and c_i = sum_j a_ij: identities of
 * rational functions.
 */
final class ParametricTableauRule implements Rule<ParametricRungeKutta> {

  @Override
  public List<Finding> check(ParametricRungeKutta family) {
    List<Finding> findings = new ArrayList<>(implicit(family));
    for (int i = 0; i < family.stages(); i++) {
      RationalFunction off = FamilyClaim.difference(family, i);
      if (!off.isZero()) {
        findings.add(
            Message.ROW_SUM.at(
                new Location.StageRow(i),
                family.name(),
                i + 1,
                family.c().get(i),
                FamilyClaim.sum(family, i),
                off,
                FamilyFixIt.ofRow(family, i)
                    .orElseGet(
                        () ->
                            FamilyText.wouldHold(family, off)
                                + " Correct the abscissa or the row.")));
      }
    }
    return findings;
  }

  /** The first entry that makes it implicit: the advice is about the whole tableau. */
  private static List<Finding> implicit(ParametricRungeKutta family) {
    for (int i = 0; i < family.stages(); i++) {
      List<RationalFunction> row = family.a().get(i);
      for (int j = i; j < row.size(); j++) {
        if (!row.get(j).isZero()) {
          return List.of(
              Message.FAMILY_NOT_EXPLICIT.at(
                  new Location.StageEntry(i, j),
                  family.name(),
                  i + 1,
                  j + 1,
                  Subscript.of(i, j),
                  row.get(j),
                  Math.max(1, family.order() - 1)));
        }
      }
    }
    return List.of();
  }
}
