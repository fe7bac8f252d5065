package io.butcherblock.processor.verify;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import java.util.List;
import java.util.Optional;

/**
 * A recurrence looks back no farther than it must: not by a term of coefficient 0, and rho and
 * sigma have no common factor (Hairer, N&oslash;rsett, Wanner I, section III.2, "irreducible").
 */
final class LookBackRule implements Rule<Multistep> {

  @Override
  public List<Finding> check(Multistep scheme) {
    int farthest =
        scheme.terms().stream()
            .filter(term -> !term.coefficient().isZero())
            .mapToInt(Term::back)
            .max()
            .orElse(0);
    int index = -1;
    for (int i = 0; i < scheme.terms().size(); i++) {
      int back = scheme.terms().get(i).back();
      if (back > farthest && (index < 0 || back > scheme.terms().get(index).back())) {
        index = i;
      }
    }
    if (index >= 0) {
      Term term = scheme.terms().get(index);
      int added = term.back() - farthest;
      return List.of(
          Message.ZERO_TERM.at(
              new Location.RecurrenceTerm(index),
              scheme.name(),
              term.reference(),
              added == 1 ? "one starting step" : added + " starting steps"));
    }
    Optional<ReducedRecurrence> reduced = ReducedRecurrence.of(scheme);
    return reduced
        .map(
            found ->
                List.of(
                    Message.REDUCIBLE.at(
                        new Location.Recurrence(),
                        scheme.name(),
                        found.factor().text("z"),
                        found.text())))
        .orElse(List.of());
  }
}
