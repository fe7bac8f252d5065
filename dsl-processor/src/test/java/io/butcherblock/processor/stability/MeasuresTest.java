package io.butcherblock.processor.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Measures;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.verify.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures as the literature and nodepy print them. */
class MeasuresTest {

  private static final String SSP22 = "0 |; 1 | 1; --; | 1/2 1/2";
  private static final String KUTTA4 =
      "0 |; 1/2 | 1/2; 1/2 | 0 1/2; 1 | 0 0 1; --; 1/6 * | 1 2 2 1";

  private static Measures of(String tableau, int order) {
    RungeKutta scheme = Catalogue.tableau("Measured", order, tableau.split("; ?", -1));
    return MeasuresOf.of(scheme, StabilityFunction.stability(scheme));
  }

  private static Measures ofRecurrence(String recurrence, int order) {
    Multistep scheme = Catalogue.multistep("Measured", order, recurrence);
    return MeasuresOf.of(scheme, MultistepStability.of(scheme));
  }

  /** Gottlieb, Ketcheson, Shu (2011), chapters 2 and 6; nodepy's absolute_monotonicity_radius. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "0 |; --; | 1 # 1 # 1",
        SSP22 + " # 2 # 1",
        "0 |; 1/2 | 1/2; 1 | 1/2 1/2; --; | 1/3 1/3 1/3 # 2 # 2",
        "0 |; 1 | 1; 1/2 | 1/4 1/4; --; | 1/6 1/6 2/3 # 3 # 1",
        "0 |; 1/2 | 1/2; 1 | 1/2 1/2; 1/2 | 1/6 1/6 1/6; --; | 1/6 1/6 1/6 1/2 # 3 # 2",
        KUTTA4 + " # 4 # 0",
        "0 |; 1/2 | 1/2; --; | 0 1 # 2 # 0",
        // Nothing uses the third stage.
        "0 |; 1 | 1; 1 | 1/2 1/2; --; | 1/2 1/2 0 # 2 # 1",
        // By hand: 1 - r 2/3 >= 0, 1/4 - r 1/2 >= 0 is the narrower one.
        "0 |; 2/3 | 2/3; --; 1/4 * | 1 3 # 2 # 0.5",
        // The optimal scheme of four stages and order 2 has 3, that of s steps of Euler s.
        "0 |; 1/3 | 1/3; 2/3 | 1/3 1/3; 1 | 1/3 1/3 1/3; --; | 1/4 1/4 1/4 1/4 # 2 # 3",
        "0 |; 1/3 | 1/3; 2/3 | 1/3 1/3; --; | 1/3 1/3 1/3 # 1 # 3",
        // By hand: 1/2 - r/8 >= 0, and r (1 - r/8) <= 1 is the narrower one: 4 - 2 sqrt(2).
        "0 |; 1/4 | 1/4; --; | 1/2 1/2 # 1 # 1.1715728752538097",
        // Negative is a weight, or an entry, of a stage in use.
        "0 |; 1/2 | 1/2; --; | 3/2 -1/2 # 1 # 0",
        "0 |; 1/2 | 1/2; 1/2 | 1 -1/2; --; | 1/4 1/4 1/2 # 1 # 0",
        "0 |; 1 | 1; -1 | -1 0; --; | 1/2 1/2 0 # 2 # 1"
      })
  void sspCoefficient(String tableau, int order, double expected) {
    assertEquals(expected, of(tableau, order).ssp(), 1e-9);
  }

  /** The smallest a_j / b_j; Shu's three-step method of order 2 has 1/2. */
  @ParameterizedTest
  @CsvSource({
    "y[n+1] = 3/4 y[n] + 3/2 h f[n] + 1/4 y[n-2], 2, 0.5",
    "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1], 2, 0",
    "y[n+1] = y[n-1] + 2 h f[n], 2, 0",
    "y[n+1] = 16/27 y[n] + 16/9 h f[n] + 11/27 y[n-3] + 4/9 h f[n-3], 3, 0.3333333333333333",
    "y[n+1] = 5/4 y[n] - 1/4 y[n-1] + 3/4 h f[n], 1, 0",
    "y[n+1] = 1/2 y[n] + 1/2 y[n-1] + 2 h f[n] - 1/2 h f[n-1], 1, 0"
  })
  void sspCoefficientOfRecurrences(String recurrence, int order, double expected) {
    assertEquals(expected, ofRecurrence(recurrence, order).ssp(), 1e-12);
  }

  /**
   * By hand from |R(iy)|^2 and arg R(iy): Euler has 1 + y^2 and y - y^3/3, Heun 1 + y^4/4 and y +
   * y^3/6, the classical scheme 1 - y^6/72 + y^8/576 and y - y^5/120, R = 1 + z + z^2/3 has 1 +
   * y^2/3 + y^4/9 and y - y^5/45.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "0 |; --; | 1 # 1 # 1 # -0.5 # 2 # 0.3333333333333333",
        SSP22 + " # 2 # 3 # -0.125 # 2 # -0.16666666666666666",
        KUTTA4 + " # 4 # 5 # 0.006944444444444444 # 4 # 0.008333333333333333",
        "0 |; 2/3 | 2/3; --; | 1/2 1/2 # 1 # 1 # -0.16666666666666666 # 4 # 0.022222222222222223"
      })
  void imaginaryAxis(
      String tableau, int order, int dissipation, double shrinks, int dispersion, double lags) {
    Measures measures = of(tableau, order);
    assertEquals(dissipation, measures.dissipation().order());
    assertEquals(shrinks, measures.dissipation().constant(), 1e-12);
    assertEquals(dispersion, measures.dispersion().order());
    assertEquals(lags, measures.dispersion().constant(), 1e-12);
  }

  /** Leapfrog: |w| = 1, and sin(arg w) = nu, so that arg w = nu + nu^3/6. */
  @ParameterizedTest
  @CsvSource({
    "y[n+1] = y[n-1] + 2 h f[n], 2, 0, 0, 2, -0.16666666666666666",
    "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1], 2, 3, -0.25, 2, -0.4166666666666667"
  })
  void imaginaryAxisOfRecurrences(
      String recurrence, int order, int dissipation, double shrinks, int dispersion, double lags) {
    Measures measures = ofRecurrence(recurrence, order);
    assertEquals(dissipation, measures.dissipation().order());
    assertEquals(shrinks, measures.dissipation().constant(), 1e-12);
    assertEquals(dispersion, measures.dispersion().order());
    assertEquals(lags, measures.dispersion().constant(), 1e-12);
  }

  /** Four evaluations of the classical scheme reach to -2.785293563405282. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {KUTTA4 + " # 4 # 0.6963233908513205", SSP22 + " # 2 # 1"})
  void realIntervalForEachEvaluation(String tableau, int order, double expected) {
    assertEquals(expected, of(tableau, order).realPerEvaluation(), 1e-12);
  }

  /** s steps of Euler's, each of the size 1/s. */
  private static RungeKutta eulerSteps(int stages) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < stages; i++) {
      text.append(i).append('/').append(stages).append(" |");
      text.append((" 1/" + stages).repeat(i)).append('\n');
    }
    text.append("--\n|").append((" 1/" + stages).repeat(stages));
    return Catalogue.tableau("Steps", 1, text.toString());
  }

  @Test
  void sspCoefficientOfManyStages() {
    assertEquals(64, SspCoefficient.of(eulerSteps(64)));
    RungeKutta many = eulerSteps(65);
    assertEquals(Double.NaN, SspCoefficient.of(many));
    // One negative number, however small, settles it.
    List<Exact> weights = new ArrayList<>(many.weights());
    weights.set(7, Exact.of(-1, 1000));
    assertEquals(0, SspCoefficient.of(with(many, many.a(), weights)));
    List<List<Exact>> a = new ArrayList<>(many.a());
    List<Exact> row = new ArrayList<>(a.get(64));
    row.set(7, Exact.of(-1, 1000));
    a.set(64, row);
    assertEquals(0, SspCoefficient.of(with(many, a, many.weights())));
  }

  private static RungeKutta with(RungeKutta s, List<List<Exact>> a, List<Exact> weights) {
    return new RungeKutta(s.name(), s.order(), a, weights, s.factor(), s.c());
  }

  /** Decimals that are meant to be 0 or to meet a bound are taken for that. */
  @Test
  void sspCoefficientWithinATolerance() {
    RungeKutta rounded =
        Catalogue.tableau(
            "Rounded",
            3,
            "0 |",
            "1 | 1.000001",
            "0.5 | 0.25 0.25",
            "--",
            " | 0.166667 0.166667 0.666667");
    Tolerance tolerance = new Tolerance("1e-5", Exact.of(1, 100_000));
    assertEquals(1, SspCoefficient.of(rounded.withTolerance(tolerance)), 1e-3);
    RungeKutta negative =
        Catalogue.tableau(
            "Negative", 2, "0 |", "1 | 1", "1 | 1.000005 -0.000005", "--", " | 0.5 0.25 0.25");
    assertEquals(0, SspCoefficient.of(negative));
    // With 0 in its place, by hand: 1/2 - r (1/4 + 1/4) >= 0.
    assertEquals(1, SspCoefficient.of(negative.withTolerance(tolerance)), 1e-3);
  }

  /** A root of order 1 further than twelve steps back is not followed. */
  @Test
  void farHistoriesHaveNoErrorsOnTheAxis() {
    // y[n+1] = y[n-k] + (k + 1) h f[n]: C_2 = (1 - k^2)/2, which is not 0.
    Measures twelve = ofRecurrence("y[n+1] = y[n-11] + 12 h f[n]", 1);
    assertEquals(1, twelve.dissipation().order());
    Measures thirteen = ofRecurrence("y[n+1] = y[n-12] + 13 h f[n]", 1);
    assertEquals(Measures.UNKNOWN.dissipation(), thirteen.dissipation());
    assertEquals(Measures.UNKNOWN.dispersion(), thirteen.dispersion());
  }
}
