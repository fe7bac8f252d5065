package io.butcherblock.processor.fixit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tableaus of decimals: what is off is said in short numbers, and what helps. */
class RoundedCoefficientsTest {

  /** Ch. Tsitouras, Comput. Math. Appl. 62, 2011, 770-775, to 15 decimals; rows made to fit. */
  private static final String[] TSITOURAS_5 = {
    "0 |",
    "0.161 | 0.161",
    "0.327 | -0.008480655492357 0.335480655492357",
    "0.9 | 2.897153057105494 -6.359448489975075 4.362295432869581",
    "0.9800255409045097 | 5.325864828439257 -11.748883564062828 7.495539342889836"
        + " -0.0924950663617553",
    "1 | 5.86145544294642 -12.92096931784711 8.159367898576159 -0.071584973281401"
        + " -0.028269050394068",
    "--",
    "| 0.09646076681806523 0.01 0.4798896504144996 1.379008574103742 -3.290069515436081"
        + " 2.324710524099774"
  };

  private static List<String> texts(Scheme scheme) {
    return Verifier.verify(scheme).findings().stream().map(Finding::text).toList();
  }

  @Test
  void theWeightsOfTsitouras5() {
    List<String> texts = texts(Catalogue.tableau("Tsitouras", 5, TSITOURAS_5));
    assertEquals(1, texts.size());
    assertTrue(
        texts
            .get(0)
            .startsWith(
                "[OrderTooHigh] Tsitouras claims order 5, but sum b_i (tree t, order 1) gives"
                    + " 1 - 1.7e-16, not 1 (off by -1.7e-16: rounded coefficients?); not even"
                    + " order 1 holds exactly. Numbers are taken as they stand. Give the fractions"
                    + " or square roots that were rounded. Rounding is all that is wrong: all"
                    + " conditions up to order 5 hold to within "),
        texts.get(0));
    assertFalse(texts.get(0).contains("1/6"), texts.get(0));
  }

  @Test
  void anotherSlipBesideTheRoundingIsTold() {
    String[] slip = TSITOURAS_5.clone();
    slip[7] = slip[7].replace("1.379008574103742", "1.479008574103742").replace("0.01", "-0.09");
    String text = texts(Catalogue.tableau("Tsitouras", 5, slip)).get(0);
    assertTrue(text.contains("Something else is wrong too: the condition of tree "), text);
  }

  @Test
  void rowsOfDecimals() {
    String[] rounded = TSITOURAS_5.clone();
    rounded[2] = "0.327 | -0.008480655492356989 0.335480655492357";
    List<String> texts = texts(Catalogue.tableau("Tsitouras", 5, rounded));
    assertEquals(1, texts.size());
    String text = texts.get(0);
    // The sum is what fits: by the correction, or by the advice.
    assertTrue(
        text.startsWith(
            "[RowSum] Tsitouras: the abscissa c_3 = 327/1000, but the coefficients of its row sum"
                + " to 327/1000 + 1.1e-17 (off by 1.1e-17: rounded coefficients?)."),
        text);
  }

  @Test
  void simpleFractionsThatWereRoundedAreNamed() {
    String text =
        texts(
                Catalogue.tableau(
                    "Kutta3", 3, "0 |", "0.5 | 0.5", "1 | -1 2", "--", "| 0.1667 0.6667 0.1667"))
            .get(0);
    assertTrue(
        text.endsWith(
            "Numbers are taken as they stand. With 1/6 for 0.1667, 2/3 for 0.6667, all conditions"
                + " of order 3 hold."),
        text);
    // 0.1666, which is cut and not rounded, too; and in a row.
    String heun3 =
        texts(
                Catalogue.tableau(
                    "Heun3", 3, "0 |", "0.3333 | 0.3333", "2/3 | 0 0.6666", "--", "| 0.25 0 0.75"))
            .get(0);
    assertTrue(heun3.contains("With 1/3 for 0.3333, 2/3 for 0.6666, all conditions"), heun3);
  }

  @Test
  void noAdviceOfRoundingWhereASlipIsLarge() {
    RungeKutta slip = Catalogue.tableau("Slip", 2, "0 |", "1 | 1", "--", "| 0.125 0.5");
    String text = texts(slip.withOrder(2)).get(0);
    assertFalse(text.contains("rounded"), text);
    assertTrue(text.contains("off by -3/8"), text);
  }

  /** Fractions of 64 bits are as rounded as decimals are, and as long. */
  @Test
  void longFractionsAreShown() {
    String text =
        texts(
                Catalogue.tableau(
                    "Thirds",
                    2,
                    "0 |",
                    "2/3 | 2/3",
                    "--",
                    "| 1/4 3377699720527871/4503599627370496"))
            .get(0);
    assertTrue(
        text.contains("gives 1 - 2.2e-16, not 1 (off by about -2.2e-16: rounded coefficients?)"),
        text);
    assertTrue(text.contains("With 3/4 instead of 0.74999999999999977795539507"), text);
  }

  @Test
  void recurrencesOfDecimals() {
    String text =
        texts(
                Catalogue.multistep(
                    "Rounded",
                    3,
                    "y[n+1] = y[n] + 1.91666666667 h f[n] - 1.33333333333 h f[n-1]"
                        + " + 0.41666666667 h f[n-2]"))
            .get(0);
    assertTrue(
        text.contains(
            "gives -1e-11, not 0: rounded coefficients?; not even order 1 holds exactly."),
        text);
  }

  /** Thirds of three places are off by more than rounding is believed of, and are proved right. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "3 ! y[n+1] = y[n] + 23/12 h f[n] - 1.333 h f[n-1] + 0.417 h f[n-2] ! -4/3 for -1.333, 5/12"
            + " for 0.417",
        "3 ! y[n+1] = y[n] + 1.917 h f[n] - 1.333 h f[n-1] + 0.417 h f[n-2] ! 23/12 for 1.917, -4/3"
            + " for -1.333, 5/12 for 0.417",
        "3 ! y[n+1] = y[n-1] + 2.33 h f[n] - 0.67 h f[n-1] + 0.33 h f[n-2] ! 7/3 for 2.33, -2/3 for"
            + " -0.67, 1/3 for 0.33",
      })
  void fractionsOfARecurrenceThatWereRoundedAreNamed(int order, String recurrence, String pairs) {
    String text = texts(Catalogue.multistep("Rounded", order, recurrence)).get(0);
    assertTrue(
        text.endsWith(
            "Numbers are taken as they stand. With " + pairs + ", order " + order + " holds."),
        text);
  }

  @Test
  void fractionsOfATableauOfThreePlacesAreNamed() {
    String text =
        texts(
                Catalogue.tableau(
                    "Kutta3", 3, "0 |", "0.5 | 0.5", "1 | -1 2", "--", "| 0.167 0.667 0.167"))
            .get(0);
    assertTrue(
        text.endsWith("With 1/6 for 0.167, 2/3 for 0.667, all conditions of order 3 hold."), text);
  }

  /** Where one coefficient could make up for the rounding of all, it is none that was meant. */
  @Test
  void fractionsThatWereRoundedComeBeforeOneCorrection() {
    String weights =
        texts(
                Catalogue.tableau(
                    "Weights", 1, "0 |", "1/2 | 1/2", "1 | -1 2", "--", "| 0.1667 0.6667 0.1667"))
            .get(0);
    assertTrue(
        weights.endsWith("With 1/6 for 0.1667, 2/3 for 0.6667, all conditions of order 1 hold."),
        weights);
    String recurrence =
        texts(
                Catalogue.multistep(
                    "Recurrence",
                    1,
                    "y[n+1] = y[n] + 1.9167 h f[n] - 1.3333 h f[n-1] + 0.4167 h f[n-2]"))
            .get(0);
    assertTrue(
        recurrence.endsWith(
            "With 23/12 for 1.9167, -4/3 for -1.3333, 5/12 for 0.4167, order 1 holds."),
        recurrence);
  }

  /** An implicit tableau takes none. */
  @Test
  void noToleranceIsAdvisedOfIterations() {
    String text =
        texts(
                new IteratedRungeKutta(
                    Catalogue.tableau(
                        "Two",
                        2,
                        "0.50001 | 0.500001 0",
                        "1 | 0.500003 0.500001",
                        "--",
                        "| 0.500001 0.500001"),
                    1))
            .get(0);
    assertTrue(text.endsWith("Give the fractions or square roots that were rounded."), text);
  }

  /** An implicit tableau may have up to twice the order of its stages. */
  @Test
  void fractionsOfAnImplicitTableauAreNamed() {
    String text =
        texts(
                new IteratedRungeKutta(
                    Catalogue.tableau(
                        "RadauIIA",
                        3,
                        "0.3333 | 0.4167 -0.0833",
                        "1 | 0.75 0.25",
                        "--",
                        "| 0.75 0.25"),
                    2))
            .get(0);
    assertTrue(
        text.endsWith(
            "With 5/12 for 0.4167, -1/12 for -0.0833, 1/3 for 0.3333, all conditions of order 3"
                + " hold."),
        text);
  }

  /** There may be thousands of failing trees: three are named, and the rest is counted. */
  @Test
  void failingTreesAreCounted() {
    RungeKutta scheme =
        Catalogue.tableau("Wrong", 3, "0 |", "1 | 1", "1 | 1/2 1/2", "--", "1/4 * | 2 1 1");
    List<String> texts = texts(scheme);
    assertEquals(1, texts.size());
    assertTrue(
        texts
            .get(0)
            .contains("; order 2 holds. All 2 conditions of order 3 fail, among them tree "),
        texts.get(0));
  }
}
