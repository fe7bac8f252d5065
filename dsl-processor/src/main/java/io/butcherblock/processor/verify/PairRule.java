package io.butcherblock.processor.verify;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.claim.RowSums;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.fixit.PairFixIt;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.TableauPair;
import java.util.ArrayList;
import java.util.List;

/**
 * Both tableaus have row sums that are their abscissae, and their stages can be computed one after
 * the other.
 */
final class PairRule implements Rule<TableauPair> {

  @Override
  public List<Finding> check(TableauPair scheme) {
    if (scheme.first().stages() != scheme.second().stages()) {
      return List.of(
          Message.PAIR_STAGES.at(
              new Location.Member(scheme.secondName()),
              scheme.name(),
              scheme.firstName(),
              Counted.of(scheme.first().stages(), "stage"),
              scheme.secondName(),
              scheme.second().stages()));
    }
    List<Finding> findings = new ArrayList<>();
    rowSums(scheme, /* ofFirst= */ true, findings);
    rowSums(scheme, /* ofFirst= */ false, findings);
    if (!scheme.isExplicit()) {
      findings.add(
          scheme instanceof AdditiveRungeKutta additive
              ? ImplicitStages.ofAdditive(additive)
              : ImplicitStages.ofPartitioned((PartitionedRungeKutta) scheme));
    }
    return findings;
  }

  private static void rowSums(TableauPair scheme, boolean ofFirst, List<Finding> findings) {
    RungeKutta tableau = scheme.tableau(ofFirst);
    String member = scheme.tableauName(ofFirst);
    for (int i = 0; i < tableau.stages(); i++) {
      Exact c = tableau.c().get(i);
      Exact off = RowSums.difference(tableau, i);
      if (!scheme.tolerance().allows(off)) {
        findings.add(
            Message.PAIR_ROW_SUM.at(
                new Location.InTableau(member, new Location.StageRow(i)),
                scheme.name(),
                i + 1,
                member,
                c,
                ShortText.near(RowSums.sum(tableau, i), c),
                ShortText.ofDifference(off) + scheme.tolerance().excess(),
                advice(scheme, ofFirst, i, off)));
      }
    }
  }

  private static String advice(TableauPair scheme, boolean ofFirst, int stage, Exact difference) {
    RungeKutta tableau = scheme.tableau(ofFirst);
    List<Exact> numbers = new ArrayList<>(tableau.a().get(stage));
    numbers.add(tableau.c().get(stage));
    return RoundedCoefficients.advice(
        scheme,
        difference,
        RoundedCoefficients.explain(difference, scheme, numbers),
        meant -> PairFixIt.ofRow(meant, ofFirst, stage),
        "Correct the abscissa or the row.");
  }
}
