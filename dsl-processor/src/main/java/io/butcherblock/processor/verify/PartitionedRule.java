package io.butcherblock.processor.verify;

import io.butcherblock.names.Counted;
import io.butcherblock.processor.claim.RowSums;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.fixit.PartitionedFixIt;
import io.butcherblock.processor.fixit.RoundedCoefficients;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;

/**
 * Both tableaus have row sums that are their abscissae, and their stages can be computed one after
 * the other.
 */
final class PartitionedRule implements Rule<PartitionedRungeKutta> {

  @Override
  public List<Finding> check(PartitionedRungeKutta scheme) {
    if (scheme.p().stages() != scheme.q().stages()) {
      return List.of(
          Message.PARTITIONED_STAGES.at(
              new Location.Member("q"),
              scheme.name(),
              Counted.of(scheme.p().stages(), "stage"),
              scheme.q().stages()));
    }
    List<Finding> findings = new ArrayList<>();
    rowSums(scheme, "p", scheme.p(), findings);
    rowSums(scheme, "q", scheme.q(), findings);
    if (scheme.separable().sequence().isEmpty()) {
      findings.add(
          Message.PARTITIONED_IMPLICIT.at(
              new ImplicitStages(scheme).entryOfP().orElse(new Location.Member("p")),
              scheme.name()));
    }
    return findings;
  }

  private static void rowSums(
      PartitionedRungeKutta scheme, String member, RungeKutta tableau, List<Finding> findings) {
    for (int i = 0; i < tableau.stages(); i++) {
      Exact c = tableau.c().get(i);
      Exact off = RowSums.difference(tableau, i);
      if (!scheme.tolerance().allows(off)) {
        findings.add(
            Message.PARTITIONED_ROW_SUM.at(
                new Location.InTableau(member, new Location.StageRow(i)),
                scheme.name(),
                i + 1,
                member,
                c,
                ShortText.near(RowSums.sum(tableau, i), c),
                ShortText.ofDifference(off) + scheme.tolerance().excess(),
                advice(scheme, member, i, off)));
      }
    }
  }

  private static String advice(
      PartitionedRungeKutta scheme, String member, int stage, Exact difference) {
    boolean ofP = member.equals("p");
    RungeKutta tableau = ofP ? scheme.p() : scheme.q();
    List<Exact> numbers = new ArrayList<>(tableau.a().get(stage));
    numbers.add(tableau.c().get(stage));
    return RoundedCoefficients.advice(
        scheme,
        difference,
        RoundedCoefficients.explain(difference, scheme, numbers),
        meant -> PartitionedFixIt.ofRow(meant, ofP, stage),
        "Correct the abscissa or the row.");
  }
}
