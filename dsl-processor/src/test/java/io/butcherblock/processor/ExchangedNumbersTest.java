package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two numbers of a row that somebody has typed one for the other, in each kind of scheme. */
class ExchangedNumbersTest {

  private static String of(String annotation) {
    return CompilerTesting.diagnostics(
        CompilerTesting.process(
            JavaFileObjects.forSourceString(
                "Scheme", "@io.butcherblock.dsl." + annotation + " interface Scheme {}")));
  }

  private static String lines(String rows) {
    return '"' + rows.replaceAll(" *; *", "\\\\n") + '"';
  }

  /** Gauss of order 4; Radau IIA of order 5: Hairer, Wanner II, section IV.5. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "4 ! 3 ! 1/2-sqrt(3)/6 | 1/4-sqrt(3)/6 1/4; 1/2+sqrt(3)/6 | 1/4+sqrt(3)/6 1/4; --;"
            + " | 1/2 1/2 ! With a_11 and a_12 exchanged, all conditions of order 4 hold.",
        "5 ! 4 ! (4-sqrt(6))/10 | (88-7*sqrt(6))/360 (296-169*sqrt(6))/1800 (-2+3*sqrt(6))/225;"
            + " (4+sqrt(6))/10 | (296+169*sqrt(6))/1800 (88+7*sqrt(6))/360 (-2-3*sqrt(6))/225;"
            + " 1 | (16+sqrt(6))/36 (16-sqrt(6))/36 1/9; --;"
            + " | (16-sqrt(6))/36 (16+sqrt(6))/36 1/9"
            + " ! With a_31 and a_32 exchanged, all conditions of order 5 hold.",
      })
  void ofAnImplicitTableau(int order, int iterations, String rows, String advice) {
    String text =
        of(
            "ButcherTableau(order = %s, iterations = %s, value = %s)"
                .formatted(order, iterations, lines(rows)));
    assertTrue(text.contains(advice), text);
  }

  /** Ruth of order 3: Hairer, Lubich, Wanner, section II.5. */
  @ParameterizedTest
  @CsvSource({"-2/3 2/3, 7/24 3/4, a_31 and a_32 of q", "2/3 -2/3, 3/4 7/24, a_21 and a_22 of p"})
  void ofAPartitionedScheme(String ofQ, String ofP, String which) {
    String p = "7/24 | 7/24 0 0; 25/24 | " + ofP + " 0; 1 | 7/24 3/4 -1/24; --; | 7/24 3/4 -1/24";
    String q = "0 | 0 0 0; 2/3 | 2/3 0 0; 0 | " + ofQ + " 0; --; | 2/3 -2/3 1";
    String text =
        of("PartitionedRungeKutta(order = 3, p = " + lines(p) + ", q = " + lines(q) + ")");
    assertTrue(text.contains("With " + which + " exchanged, all conditions of order 3"), text);
  }

  /** Shu and Osher of order 3, Williamson of order 3. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "SHU_OSHER ! 1 | 1; 1/4 3/4 | 0 1/4; 1/3 0 2/3 | 0 0 2/3"
            + " ! With alpha_20 (row 2) and alpha_21 (row 2) exchanged",
        "SHU_OSHER ! 1 | 1; 3/4 1/4 | 1/4 0; 1/3 0 2/3 | 0 0 2/3"
            + " ! With beta_20 (row 2) and beta_21 (row 2) exchanged",
        "LOW_STORAGE ! 0 | 0 1/3; 1/3 | 15/16 -5/9; 3/4 | -153/128 8/15"
            + " ! With A of row 2 and B of row 2 exchanged",
      })
  void ofAForm(String form, String rows, String advice) {
    String text =
        of(
            "ButcherTableau(order = 3, form = io.butcherblock.dsl.TableauForm.%s, value = %s)"
                .formatted(form, lines(rows)));
    assertTrue(text.contains(advice + ", all conditions of order 3 hold."), text);
    assertFalse(text.contains(" instead of "), text);
  }

  /** Tsitouras, Comput. Math. Appl. 62 (2011). */
  @Test
  void ofDecimals() {
    String rows =
        "0 |; 0.161 | 0.161; 0.327 | -0.008480655492356989 0.335480655492357;"
            + " 0.9 | -6.359448489975075 2.897153057105494 4.362295432869581;"
            + " 0.9800255409045097 | 5.325864828439257 -11.748883564062828 7.495539342889836"
            + " -0.09249506636175525;"
            + " 1 | 5.86145544294642 -12.92096931784711 8.159367898576159 -0.071584973281401"
            + " -0.028269050394068; --;"
            + " | 0.09646076681806523 0.01 0.4798896504144996 1.379008574103742"
            + " -3.290069515436081 2.324710524099774";
    String text =
        of("ButcherTableau(order = 5, tolerance = \"1e-13\", value = " + lines(rows) + ")");
    assertTrue(
        text.contains("With a_41 and a_42 exchanged, all conditions of order 5 hold to 1e-13."),
        text);
  }
}
