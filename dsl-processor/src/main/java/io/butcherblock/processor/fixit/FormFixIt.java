package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.TableauClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.FormRows.Place;
import io.butcherblock.processor.model.RungeKutta;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

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
    // A zero that is meant to be one could make up for two numbers that are exchanged.
    return number(residual, off, place -> !rows.at(place).isZero())
        .or(() -> exchange(residual))
        .or(() -> number(residual, off, place -> rows.at(place).isZero()));
  }

  private Optional<String> number(
      Function<RungeKutta, Exact> residual, Exact off, Predicate<Place> isTried) {
    for (Place place : rows.places().stream().filter(isTried).toList()) {
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

  /** Two numbers on one side of a row. */
  private Optional<String> exchange(Function<RungeKutta, Exact> residual) {
    for (Place place : rows.places()) {
      for (int column = 0; column < place.column(); column++) {
        Place other = new Place(place.row(), place.isLeft(), column);
        Exact number = rows.at(place);
        if (!rows.places().contains(other) || number.equals(rows.at(other))) {
          continue;
        }
        RungeKutta exchanged = tableau(rows.with(place, rows.at(other)).with(other, number));
        if (scheme.tolerance().allows(residual.apply(exchanged)) && TableauClaim.holds(exchanged)) {
          return Optional.of(
              Correction.ofExchange(
                  scheme, rows.name(other) + " and " + rows.name(place), scheme.order()));
        }
      }
    }
    return Optional.empty();
  }

  private RungeKutta changed(Place place, Exact number) {
    return tableau(rows.with(place, number));
  }

  private RungeKutta tableau(FormRows written) {
    return written.tableau(scheme.name(), scheme.order()).withTolerance(scheme.tolerance());
  }
}
