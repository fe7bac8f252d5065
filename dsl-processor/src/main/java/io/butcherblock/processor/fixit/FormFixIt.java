package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.TableauClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.FormRows.Place;
import io.butcherblock.processor.model.RungeKutta;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the one number of a low-storage or Shu-Osher form whose correction makes everything hold
 * that is claimed, as {@link TableauFixIt} does of a tableau. Row sums and the sum of the weights
 * are linear in each number of these forms.
 */
public final class FormFixIt {

  /** Each number tried takes a conversion to a tableau, and some a proof. */
  private static final int MOST_NUMBERS = 300;

  private final RungeKutta scheme;
  private final FormRows rows;

  private FormFixIt(RungeKutta scheme, FormRows rows) {
    this.scheme = scheme;
    this.rows = rows;
  }

  /**
   * The correction.
   *
   * @param residual what is not 0 of the scheme and has to be, linear in each number
   */
  public static Optional<String> of(RungeKutta scheme, Function<RungeKutta, Exact> residual) {
    return scheme
        .notation()
        .rows()
        .filter(rows -> rows.places().size() <= MOST_NUMBERS)
        .flatMap(rows -> new FormFixIt(scheme, rows).correction(residual));
  }

  private Optional<String> correction(Function<RungeKutta, Exact> residual) {
    Exact off = residual.apply(scheme);
    for (Place place : rows.places()) {
      Exact written = rows.at(place);
      Exact slope = residual.apply(changed(place, written.plus(Exact.ONE))).minus(off);
      if (!slope.isZero()) {
        Exact right = scheme.tolerance().rounded(written.minus(off.over(slope)));
        if (TableauClaim.holds(changed(place, right))) {
          return Correction.text(scheme, right, written, rows.name(place), scheme.order());
        }
      }
    }
    return Optional.empty();
  }

  private RungeKutta changed(Place place, Exact number) {
    return rows.with(place, number)
        .tableau(scheme.name(), scheme.order())
        .withTolerance(scheme.tolerance());
  }
}
