package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.JavaFileObjects;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages advise about schemes as they are written in books. */
class AdviceTest {

  private static String ofRecurrence(int order, String recurrence) {
    return of(
        "LinearMultistep(order = %s, steps = 5, value = \"%s\")".formatted(order, recurrence));
  }

  private static String ofTableau(int order, String tableau) {
    return of("ButcherTableau(order = %s, value = \"%s\")".formatted(order, tableau));
  }

  private static String of(String annotation) {
    return CompilerTesting.diagnostics(
        CompilerTesting.process(
            JavaFileObjects.forSourceString(
                "Scheme", "@io.butcherblock.dsl." + annotation + " interface Scheme {}")));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /** Two values to look back to need a block of two steps. */
  @Test
  void whatABlockHasStepsForIsAdvisedFirst() {
    String scheme =
        "LinearMultistep(order = 2, steps = %s, predictor = \"y[n+1] = y[n] + 2 h f[n]\", value ="
            + " \"y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]\")";
    String ofOneStep = of(scheme.formatted(1));
    assertTrue(
        ofOneStep.contains("with 1 instead of 2 as the coefficient of f[n], order 2 holds."),
        ofOneStep);
    String ofTwoSteps = of(scheme.formatted(2));
    assertTrue(ofTwoSteps.contains("with y[n-1] instead of y[n], order 2 holds."), ofTwoSteps);
  }

  @Test
  void noHigherOrderIsAdvisedOfAnUnstableMethod() {
    String text = ofRecurrence(1, "y[n+1] = 2 y[n] - y[n-1] + h f[n] - h f[n-1]");
    assertTrue(text.contains("[NotZeroStable]"), text);
    assertFalse(text.contains("[OrderTooLow]"), text);
  }

  /** 9/16 has four decimal places, and is no rounding of anything; 0.5625 may be one. */
  @Test
  void fractionsAreNotTakenForRoundedDecimals() {
    String tableau = "0 |\\n c | c\\n 1 | -112/75 187/75\\n ---+---\\n | 11/54 128/189 5/42";
    String ofFractions = ofTableau(3, tableau.replace("c", "9/16"));
    assertTrue(ofFractions.contains("(off by 1/3360); order 2 holds."), ofFractions);
    assertTrue(ofFractions.contains("or claim order 2."), ofFractions);
    for (String row : List.of("0.5625 | 0.5625", ".5625 | 0.5625", "9/16 | 0.56250")) {
      String ofDecimals = ofTableau(3, tableau.replace("c | c", row));
      assertTrue(ofDecimals.contains("(off by 1/3360: rounded coefficients?)"), ofDecimals);
    }
  }

  /** 23/12, 16/12 and 5/12 to five digits, wherever h stands. */
  @ParameterizedTest
  @ValueSource(strings = {"1.9167 h", "1.9167*h*", "h * 1.9167", "(1.9167) h", "h (1.9+0.0167)"})
  void decimalsOfRecurrencesMayBeRounded(String coefficient) {
    String text =
        ofRecurrence(
            3, "y[n+1] = y[n] + " + coefficient + " f[n] - 1.33333 h f[n-1] + 0.41667 h f[n-2]");
    assertTrue(text.contains(": rounded coefficients?; not even order 1 holds exactly."), text);
  }

  /** rho = (w - 1)(w + 5), of order 3: no start makes it converge. */
  @Test
  void noStartIsAdvisedOfAnUnstableMethod() {
    String text = ofRecurrence(3, "y[n+1] = -4 y[n] + 5 y[n-1] + 4 h f[n] + 2 h f[n-1]");
    assertTrue(text.contains("[NotZeroStable]"), text);
    assertFalse(text.contains("[StartingOrder]"), text);
  }

  /** 4/3 y[n], and (1-k) y[n], make both methods of order 2 that are zero-stable. */
  @Test
  void coefficientsThatDoNotSumToOneAreToldAlone() {
    for (String text :
        List.of(
            ofRecurrence(2, "y[n+1] = 5/3 y[n] - 1/3 y[n-1] + 4/3 h f[n] - 2/3 h f[n-1]"),
            of(
                "LinearMultistep(order = 2, steps = 3, parameters = \"k in [0, 1], start 1/2\","
                    + " value = \"y[n+1] = (1-2*k) y[n] + k y[n-1] + (3+k)/2 h f[n] + (k-1)/2 h"
                    + " f[n-1]\")"))) {
      assertTrue(text.contains("C_0 = 1 - sum a_j gives"), text);
      assertFalse(text.contains("[NotZeroStable]"), text);
    }
  }

  /** rho = (z - 1)(z - 1 + k^2) has the double root 1 for k = 0, and only there. */
  @Test
  void anIntervalThatIsAdvisedEndsAtASingleValueThatFails() {
    String text =
        of(
            "LinearMultistep(order = 1, steps = 3, parameters = \"k in [-1, 1], start 1/2\","
                + " value = \"y[n+1] = (2-k*k) y[n] + (k*k-1) y[n-1] + k*k h f[n]\")");
    assertTrue(text.contains("for k = 0, rho(z) = z^2 - 2 z + 1 has the root 1"), text);
    assertTrue(text.contains("it holds for 0 < k <= 1."), text);
  }

  /** rho = z^2 (z - 1)(z - q), and q is -1 for k = sqrt(1/2), where the root is simple. */
  @Test
  void aSimpleRootOnTheCircleForAnIrrationalValueIsNoFault() {
    String q = "(k*k*k*k/4-k*k/4-15/16)";
    String text =
        of(
            "LinearMultistep(order = 1, steps = 5, parameters = \"k in [0, 1], start 1/2\","
                + " value = \"y[n+1] = (1+q) y[n] - q y[n-1] + (1-q) h f[n-3]\")".replace("q", q));
    assertEquals("", text.strip());
  }

  /** Both are of order 2; rho = (w - 1)(w - t). */
  @ParameterizedTest
  @CsvSource({"'[1/2, 3], start 2'", "'[2, 3], start 5/2'"})
  void noHigherOrderIsAdvisedOfAnUnstableFamily(String interval) {
    String text =
        of(
            "LinearMultistep(order = 1, steps = 3, parameters = \"t in "
                + interval
                + "\", value = \"y[n+1] = (1+t) y[n] - t y[n-1] + (3-t)/2 h f[n] - (1+t)/2 h"
                + " f[n-1]\")");
    assertTrue(text.contains("[NotZeroStable]"), text);
    assertFalse(text.contains("[OrderTooLow]"), text);
    // Of a stable one it is.
    String stable =
        of(
            "LinearMultistep(order = 1, steps = 3, parameters = \"t in [0, 1/2], start 1/4\","
                + " value = \"y[n+1] = (1+t) y[n] - t y[n-1] + (3-t)/2 h f[n] - (1+t)/2 h"
                + " f[n-1]\")");
    assertTrue(stable.contains("[OrderTooLow]"), stable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "f(y[n]) ! 'f(y[n])' has an argument; f[n] stands for f at y[n]",
        "f(x_n, y_n) ! 'f(x_n, y_n)' has an argument; f[n] stands for f at y[n]",
        "f(n) ! 'f(n)' lacks an index in square brackets.",
        "f(n-1) ! 'f(n-1)' lacks an index in square brackets.",
      })
  void fWithAnArgumentIsToldFromFWithRoundBrackets(String f, String advice) {
    String text = ofRecurrence(1, "y[n+1] = y[n] + h " + f);
    assertTrue(text.contains(advice), text);
  }

  @Test
  void aMissingRowOfTheFirstStageIsNamed() {
    String rows = "1/2 | 1/2\\n1 | -1 2\\n---\\n";
    String text = ofTableau(3, rows + " | 1/6 2/3 1/6");
    assertTrue(text.contains("the row of the first stage seems to be missing, which is 0 |"), text);
    assertTrue(ofTableau(3, "0 |\\n" + rows + " | 1/6 2/3").contains("write the zeros"), text);
    assertFalse(ofTableau(3, "0 |\\n" + rows + " | 1/6 2/3 1/6").contains("[Shape]"), text);
    // Where zeros are written the first stage is there, and another one is missing.
    String full = ofTableau(3, "0 | 0 0 0\\n1/2 | 1/2 0 0\\n---\\n | 1/6 2/3 1/6");
    assertFalse(full.contains("first stage"), full);
    assertEquals(3, count(full, "write the row of the stage that is missing."), full);
  }

  @Test
  void whatATableauOfTwoLacksIsSaidWithItsName() {
    String p = "0 | 0 0\\n1 | 1/2 1/2\\n";
    String q = "1/2 | 1/2 0\\n1/2 | 1/2 0\\n--\\n| 1/2 1/2";
    String text =
        of("PartitionedRungeKutta(order = 2, p = \"%s| 1/2 1/2\", q = \"%s\")".formatted(p, q));
    assertTrue(text.contains("[Shape] The tableau of p of Scheme has no rule line."), text);
    text = of("PartitionedRungeKutta(order = 2, p = \"%s\", q = \"%s\")".formatted(q, p + "--"));
    assertTrue(text.contains("[Shape] The tableau of q of Scheme has no row of weights"), text);
  }

  @Test
  void anImplicitFamilyIsRefusedOnceAndToldWhatToDo() {
    String text =
        of(
            "ButcherTableau(order = 3, parameters = \"a in [0, 1], start 1/2\", value ="
                + " \"a+1 | a 1\\n1 | 1-a a\\n---\\n | 1/2 1/2\")");
    assertEquals(1, count(text, "[NotExplicit]"), text);
    assertTrue(text.contains("take iterations = 2, say."), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "y[n+2] = y[n+1] + 3/2 h f[n+1] - 1/2 h f[n] ! Shift the index of every y and f back by 1,",
        "y[n+4] = y[n+3] + h f[n+3] ! Shift the index of every y and f back by 3,",
        "3 y[n+1] - 4 y[n] + y[n-1] = 2 h f[n+1] ! Solve for the newest value,",
        "y[n+1] - y[n] = h f[n] ! Solve for the newest value,",
        "y[n] = y[n-1] + h f[n-1] ! Solve for the newest value,",
        "y_{n+1} = y[n] + h f[n] ! begins with y[n+1] =, not with y_{n+1} =.",
        "y_n+1 = y[n] + h f[n] ! begins with y[n+1] =, not with y_n+1 =.",
        "yn+1 = y[n] + h f[n] ! begins with y[n+1] =, not with yn+1 =.",
        "y(n+1) = y[n] + h f[n] ! begins with y[n+1] =, not with y(n+1) =.",
        "y\u2099\u208a\u2081 = y[n] + h f[n] ! begins with y[n+1] =, not with y\u2099\u208a\u2081"
            + " =.",
        "Y[n+1] = y[n] + h f[n] ! begins with y[n+1] =, not with Y[n+1] =.",
        "u[n+1] = y[n] + h f[n] ! begins with y[n+1] =, not with u[n+1] =.",
        "y[i+1] = y[n] + h f[n] ! begins with y[n+1] =, not with y[i+1] =.",
        "y[k + 1] = y[n] + h f[n] ! begins with y[n+1] =, not with y[k + 1] =.",
        "y[n+1] := y[n] + h f[n] ! begins with y[n+1] =, not with y[n+1] :=.",
        "y_{n+2} = y[n] + h f[n] ! Solve for the newest value,",
        "y[n] + 3/2 h f[n] - 1/2 h f[n-1] ! begins with y[n+1] =, which is missing. Write it"
            + " before",
        "= y[n] + h f[n] ! begins with y[n+1] =, which is missing. Write it before",
        "y[n+1] - y[n] - h f[n] ! Solve for the newest value,",
      })
  void formsOfBooksAreToldHowToBeWritten(String recurrence, String advice) {
    String text = ofRecurrence(2, recurrence);
    assertTrue(text.contains(advice), text);
    assertFalse(text.contains("[NotExplicit]"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "+ h/12 (23 f[n] - 16 f[n-1] + 5 f[n-2]) ! h/12*23 f[n] - h/12*16 f[n-1] + h/12*5 f[n-2]",
        "- h/2*(f[n-1] - 3 f[n]) ! -h/2*f[n-1] + h/2*3 f[n]",
        "+ h (3/2 f[n] \u2212 1/2 f[n\u22121]) ! h*3/2 f[n] - h*1/2 f[n-1]",
        "\u2212 h/2 (f[n\u22121] \u2212 3 f[n]) ! -h/2*f[n-1] + h/2*3 f[n]",
        "\u2212 h/2 (\u22123 f[n] + f[n-1]) \u2212 0 y[n-1] ! h/2*3 f[n] - h/2*f[n-1]",
        "+ h/2 (3 f[n] \u2013 f[n-1]) ! h/2*3 f[n] - h/2*f[n-1]",
        "+ h (23/12 f_n - 16/12 f_{n-1} + 5/12 f_{n-2}) ! h*23/12 f[n] - h*16/12 f[n-1]"
            + " + h*5/12 f[n-2]",
        "+ h/2 (3 fn - f_{ n - 1 }) ! h/2*3 f[n] - h/2*f[ n - 1 ]",
      })
  void bracketsAreMultipliedOut(String terms, String product) {
    String text = ofRecurrence(3, "y[n+1] = y[n] " + terms);
    assertTrue(text.contains("Multiply them out: " + product + "."), text);
    // What is advised can be read.
    String sign = product.startsWith("-") ? "" : "+ ";
    String read = ofRecurrence(3, "y[n+1] = y[n] " + sign + product);
    assertFalse(read.contains("[BadRecurrence]"), read);
    assertFalse(read.contains("[BadCoefficient]"), read);
  }

  /** What would stand in the place of the bracket could not be read either. */
  @ParameterizedTest
  @ValueSource(strings = {"3 f_n-1 - f_n", "3 f_n - f_{n-1", "3 f_n - f_(n-1)", "3 f^n - f[n-1]"})
  void bracketsWithIndicesThatAreNotSureAreNotMultipliedOut(String terms) {
    String text = ofRecurrence(2, "y[n+1] = y[n] + h/2 (" + terms + ")");
    assertFalse(text.contains("h/2*"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "1 1/2, 3/2 for 1 1/2.",
    "12 3/4, 51/4 for 12 3/4.",
    "1 3/2, ",
    "1 2/2, ",
    "2 1, ",
    "1/2 1/3, "
  })
  void aMixedNumberIsToldItsFraction(String number, String fraction) {
    String text = ofRecurrence(1, "y[n+1] = y[n] + " + number + " h f[n]");
    assertTrue(text.contains("A product is written with a star"), text);
    String advice = "A mixed number is written as a fraction: ";
    if (fraction == null) {
      assertFalse(text.contains(advice), text);
    } else {
      assertTrue(text.contains(advice + fraction), text);
    }
  }

  /** In a text of Java, whose escapes have read some of the backslashes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "0 |\\n\\frac12 | \\frac12\\n---\\n | 0 1 ! '\\frac' ! \\frac12 | \\frac12",
        "0 |\\n1/2 | 1/2\\n---\\n | 0 1\\times1 ! '\\times' ! | 0 1\\times1",
        "0 |\\n\\beta | \\beta\\n---\\n | 0 1 ! '\\beta' ! \\beta | \\beta",
        "0 |\\n1/2 | \\sqrt{2}\\n---\\n | 0 1 ! '\\sqrt' ! 1/2 | \\sqrt{2}",
        "0 |\\n1/2 | (1\\right)\\n---\\n | 0 1 ! '\\right' ! 1/2 | (1\\right)",
        "0 |\\n1/2 | \\\\frac12\\n---\\n | 0 1 ! '\\frac' ! 1/2 | \\frac12",
        "0 & 0 \\\\\\n1/2 & 1/2 \\\\\\n & 0 1 ! '&' ! 0 & 0 \\",
        "0 | \\\\\\n1/2 | 1/2\\n\\\\hline\\n | 0 1 ! '\\' ! 0 | \\",
        "0 |\\n1/2 | 1/2\\n\\\\hline\\n | 0 1 ! '\\hline' ! \\hline",
        "\\\\begin{array}{c|cc}\\n0 |\\n ! '\\begin' ! \\begin{array}{c|cc}",
        "0 |\\n1/2 | 1/2\\nhline\\n | 0 1 ! 'hline' ! hline",
      })
  void texIsToldAsAWhole(String tableau, String found, String line) {
    for (String form : List.of("", "form = io.butcherblock.dsl.TableauForm.SHU_OSHER, ")) {
      String text = of("ButcherTableau(order = 2, " + form + "value = \"" + tableau + "\")");
      assertEquals(1, count(text, "ERROR"), text);
      assertTrue(
          text.contains("'" + found + "' is TeX, which is not read. Write what it prints: "), text);
      assertTrue(text.contains(" " + line + "\n"), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y_{n+1} = y_n + \\frac{h}{2} (3 f_n - f_{n-1})",
        "y_{n+1} &= y_n + h f_n",
        "y[n+1] = y[n] + h \\\\cdot f[n]"
      })
  void texIsToldOfARecurrenceToo(String recurrence) {
    String text = ofRecurrence(2, recurrence);
    assertEquals(1, count(text, "ERROR"), text);
    assertTrue(
        text.contains("is TeX, which is not read. Write y[n+1] for y_{n+1}, f[n] for"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1 | 1\\n3/4 1/4 | 0 1/4\\n1/3 0 2/3 | 0 0 2/3 ! SHU_OSHER",
        "1 | 1\\n---\\n1/2 1/2 | 0 1/2 ! SHU_OSHER",
        "0 | 0 1/3\\n1/3 | -5/9 15/16\\n3/4 | -153/128 8/15 ! LOW_STORAGE",
        "0 |\\n1/2 | 1/2\\n | 0 1 ! ",
        "1/4 | 1/4\\n1/2 | 1/2 1/4 ! ",
      })
  void aFormThatIsNotNamedIsRecognizedByItsRows(String rows, String form) {
    String text = ofTableau(3, rows);
    assertEquals(1, count(text, "ERROR"), text);
    assertTrue(
        text.contains(form == null ? "has no rule line" : "write form = TableauForm." + form),
        text);
  }

  /** The entry that is wrong by the text, and the one by its value. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "22/12 h f[n] - 16/12 h f[n-1] + 5/12 h f[n-2] ! 23/12 instead of 22/12",
        "23/12 h f[n] + 16/12 * h * f[n-1] + 5/12 h f[n-2] ! -16/12 instead of 16/12",
        "23/12 h f[n] - 16/12 h f[n-1] + 0.5 h f[n-2] ! 5/12 instead of 0.5",
        "23/12 h f[n] - 16/12 h f[n-1] + 1/2 h f[n-2] ! 5/12 instead of 1/2",
        "23/12 h f[n] - 16/12 h f[n-1] + h/2 f[n-2] ! 5/12 instead of 1/2",
        "23/12 h f[n] - 16/12 h f[n-1] + 1/2 h/1 f[n-2] ! 5/12 instead of 1/2",
      })
  void aNumberOfARecurrenceIsNamedAsItIsWritten(String terms, String named) {
    String text = ofRecurrence(3, "y[n+1] = y[n] + " + terms);
    assertTrue(text.contains("With " + named + " as the coefficient"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "0 |\\n0.5 | 0.25\\n---\\n | 0 1 ! 1/2 instead of 0.25 as a_21",
        "0 |\\n2/3 | 2/3\\n---\\n | 2/8 14/16 ! 12/16 instead of 14/16 as the weight of stage 2",
        "0 |\\n2/3 | 2/3\\n---\\n2/6 * | 1 3 ! 1/4 instead of 2/6 as the common factor",
        "0 |\\n1 | 1\\n---\\n | 2/4 3/4 ! 1/2 instead of 3/4 as the weight of stage 2",
        "0 |\\n2/3 | 2/3\\n---\\n | 2/8 4/4 ! 3/4 instead of 4/4 as the weight of stage 2",
        // SDIRK of order 2, gamma = (2-sqrt(2))/2.
        "(2-sqrt(2))/2 | (2+sqrt(2))/2 0\\n1 | sqrt(2)/2 (2-sqrt(2))/2\\n---\\n"
            + " | sqrt(2)/2 (2-sqrt(2))/2 ! (2-sqrt(2))/2 instead of (2+sqrt(2))/2 as a_11",
      })
  void aNumberOfATableauIsNamedAsItIsWritten(String tableau, String named) {
    String iterations = tableau.contains("sqrt") ? ", iterations = 1" : "";
    String text = of("ButcherTableau(order = 2" + iterations + ", value = \"" + tableau + "\")");
    assertTrue(text.contains("With " + named), text);
  }

  /** Symplectic Euler, as it is and with slips, and the trapezoidal rule with itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "2 ! 0 | 0\\n--\\n | 1 ! 1 | 1\\n--\\n | 1 ! claim order 1. !  | 1",
        "1 ! 0 | 0\\n--\\n | 2/2 ! 1 | 1\\n--\\n | 3/2 ! 1 instead of 3/2 !  | 3/2",
        "1 ! 2 | 1\\n--\\n | 1 ! 0 | 0\\n--\\n | 1 ! c_1 of p ! 2 | 1",
        "1 ! 0 | 0 0\\n1 | 1/2 1/2\\n--\\n | 1/2 1/2 ! 0 | 0 0\\n1 | 1/2 1/2\\n--\\n | 1/2 1/2"
            + " ! take two tableaus whose stages ! 1 | 1/2 1/2",
      })
  void thePlaceInAPartitionedSchemeIsShown(
      int order, String p, String q, String advice, String line) {
    String text =
        of("PartitionedRungeKutta(order = " + order + ", p = \"" + p + "\", q = \"" + q + "\")");
    assertTrue(text.contains(advice), text);
    assertTrue(text.matches("(?s).*\n +" + Pattern.quote(line) + "\n +\\^.*"), text);
  }

  /** A star is missing behind a difference, not behind a divisor. */
  @ParameterizedTest
  @ValueSource(strings = {"-", "\u2212"})
  void bothMinusSignsEndADivisor(String minus) {
    String text =
        of("ButcherTableau(order = 1, value = \"1/2" + minus + "3(1/2) |\\n---\\n | 1\")");
    assertTrue(text.contains("A product is written with a star: 1/2" + minus + "3*(1/2)."), text);
    assertFalse(text.contains("If it divides too"), text);
  }

  @ParameterizedTest
  @CsvSource({"h^2 f[n]", "h*h f[n]", "h h f[n]", "h**2*f[n]", "2 h^2/2 f[n]", "h\u00b2 f[n]"})
  void methodsOfSecondOrderEquationsAreRead(String term) {
    String text = ofRecurrence(2, "y[n+1] = 2 y[n] - y[n-1] + " + term);
    assertTrue(text.contains("[SecondOrder]"), text);
    assertTrue(
        text.contains("Write history = History.CARRIED (import io.butcherblock.dsl.History)."),
        text);
    assertFalse(text.contains("[BadRecurrence]"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "order = 2, start = Start.SCHEME, startScheme = Scheme.Euler.class, value = \"VERLET\""
            + " ! is not started by a scheme for y' = f(y). Leave start and startScheme out",
        "order = 4, predictor = \"VERLET\", value = \"y[n+1] = 2 y[n] - y[n-1] + 1/12 h^2 f[n+1]"
            + " + 5/6 h^2 f[n] + 1/12 h^2 f[n-1]\" ! a predictor is not supported",
        "order = 2, parameters = \"a in [0, 1], start 1/2\", value = \"y[n+1] = 2 y[n] - y[n-1]"
            + " + (1-a) h^2 f[n] + a h^2 f[n-1]\" ! has no free parameters so far",
        "order = 2, start = Start.ZERO_HISTORY, value = \"VERLET\""
            + " ! Leave start out: the start from y' = 0 has order 3.",
        "order = 2, absorbsStepSize = true, value = \"VERLET\" ! f has the step size h in it"
            + " already",
        "order = 1, absorbsStepSize = true, value = \"y[n+1] = 2 y[n] - y[n-1] + f[n]\""
            + " ! A scheme for y'' = f(y) is written with h^2, without absorbsStepSize."
      })
  void whatSchemesOfSecondOrderEquationsDoNotHaveIsTold(String members, String advice) {
    String text =
        CompilerTesting.diagnostics(
            CompilerTesting.process(
                JavaFileObjects.forSourceString(
                    "Scheme",
                    "import io.butcherblock.dsl.*; @LinearMultistep(steps = 1, history ="
                        + " History.CARRIED, "
                        + members.replace("VERLET", "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]")
                        + ") interface Scheme { @ButcherTableau(order = 1, value = \"0 |\\n--\\n |"
                        + " 1\") interface Euler {} }")));
    assertTrue(text.contains(advice), text);
    assertEquals(1, count(text, "] Scheme"), text);
  }

  private static String ofSecondOrder(String members, String terms) {
    return of(
        "LinearMultistep(steps = 1, history = io.butcherblock.dsl.History.CARRIED, "
            + members
            + ", value = \"y[n+1] = 2 y[n] - y[n-1] + "
            + terms
            + "\")");
  }

  /** IEEE 754 binary32: normal numbers from 2^-126 to nearly 2^128. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "fits",
      value = {
        "Euler, 0.1, fits",
        "Euler, 3.4e38, fits",
        "Euler, 3.5e38, h = 3.5e38",
        "Euler, 1e160, h = 1e160",
        "Euler, 1.2e-38, fits",
        "Euler, 1.1e-38, h = 1.1e-38",
        "Euler, 1e-250, h = 1e-250",
        "Verlet, 1.8e19, fits",
        "Verlet, 1.9e19, h^2 = 3.6e38",
        "Verlet, 1e160, h^2 = 1e320",
        "Verlet, 1.1e-19, fits",
        "Verlet, 1e-19, h^2 = 1e-38"
      })
  void aStepSizeIsWithinTheRangeOfTheNumbersComputedWith(
      String scheme, BigDecimal stepSize, String factor) {
    String written = stepSize.toPlainString();
    String text =
        CompilerTesting.diagnostics(
            CompilerTesting.process(
                JavaFileObjects.forSourceString(
                    "Net",
                    "import io.butcherblock.dsl.*; @OdeNetwork(name = \"n\", scheme = Net."
                        + scheme
                        + ".class, vectorField = Net.G.class, blocks = 1, channels = 4, stepSize ="
                        + " \""
                        + written
                        + "\") interface Net { @ButcherTableau(order = 1, value = \"0 |\\n"
                        + "--\\n"
                        + " | 1\") interface Euler {} @LinearMultistep(order = 2, steps = 1,"
                        + " history = History.CARRIED, value = \"y[n+1] = 2 y[n] - y[n-1] + h^2"
                        + " f[n]\") interface Verlet {} @VectorField(Layer.CONV_3X3) interface G {}"
                        + " }")));
    if (factor == null) {
      assertEquals("\n", text);
    } else {
      assertEquals(1, count(text, "] Net"), text);
      assertTrue(
          text.contains("with this stepSize f is multiplied by " + factor + ", and the numbers"),
          text);
    }
  }

  /** Of all orders that can be written the largest is no error of the compiler. */
  @Test
  void theLargestOrderIsRefused() {
    String text = ofSecondOrder("order = Integer.MAX_VALUE", "h^2 f[n]");
    assertTrue(text.contains("claims order 2147483647, but C_4 = "), text);
    assertTrue(text.contains("; order 2 holds."), text);
  }

  /** It was read as y[n+1] = y[n] + h f[n], and accepted. */
  @Test
  void aPredictorWithTheSquareOfTheStepIsRefused() {
    String text =
        of(
            "LinearMultistep(order = 2, steps = 1, value = \"y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h"
                + " f[n]\", predictor = \"y[n+1] = y[n] + h^2 f[n]\")");
    assertTrue(text.contains("[SecondOrder] Scheme: some terms of f have h and others"), text);
    assertEquals(1, count(text, "ERROR"), text);
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "-1"})
  void correctionsAskForAPredictor(int corrections) {
    String expected = "corrections = " + corrections + ", but there is no predictor to correct";
    String text = ofSecondOrder("order = 2, corrections = " + corrections, "h^2 f[n]");
    assertTrue(text.contains(expected), text);
    String family =
        of(
            "LinearMultistep(order = 1, steps = 3, parameters = \"t in [0, 1/2], start 1/4\","
                + " value = \"y[n+1] = (1+t) y[n] - t y[n-1] + (1-t) h f[n]\", corrections = "
                + corrections
                + ")");
    assertTrue(family.contains(expected), family);
  }

  /** No message asks for a startScheme that another one forbids. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "start = io.butcherblock.dsl.Start.SCHEME",
        "start = io.butcherblock.dsl.Start.SCHEME, startScheme = String.class",
        "startScheme = String.class"
      })
  void secondOrderSchemesAreToldOnceThatNoSchemeStartsThem(String members) {
    String text = ofSecondOrder("order = 2, " + members, "h^2 f[n]");
    assertTrue(text.contains("Leave start and startScheme out"), text);
    assertEquals(1, count(text, "ERROR"), text);
  }

  /** No message advises what another one refuses. */
  @Test
  void noPredictorIsAdvisedOfSecondOrderSchemes() {
    String text = ofSecondOrder("order = 4", "1/12 h^2 f[n+1] + 5/6 h^2 f[n] + 1/12 h^2 f[n-1]");
    assertTrue(text.contains("A scheme for y'' = f(y) has no predictor so far"), text);
    assertFalse(text.contains("A predictor, "), text);
  }

  /** Whether a recurrence that cannot be read has a term of f[n+1] is not known. */
  @Test
  void ofARecurrenceThatIsNotReadThePredictorMayBeRight() {
    String text =
        of(
            "LinearMultistep(order = 1, steps = 1, predictor = \"y[n+1] = y[n] + h f[n]\","
                + " value = \"y[n+1] = y[n] + h F[n+1]\")");
    assertTrue(text.contains("'F' is none of"), text);
    assertEquals(1, count(text, "ERROR"), text);
  }

  @Test
  void whereHIsAbsorbedNoTermHasIt() {
    String text = ofSecondOrder("order = 2, absorbsStepSize = true", "h^2 f[n]");
    assertTrue(text.contains("by absorbsStepSize = true, which is not for y'' = f(y)."), text);
    assertTrue(text.contains("A term is a number times y[n-j], or a number times f[n-j]."), text);
    assertFalse(text.contains("times h"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"h y'[n]", "h^2 y''[n]", "h^2 f'[n]", "h^2 y\u2033[n]"})
  void derivativesAreNamed(String term) {
    String text = ofSecondOrder("order = 2", term);
    assertTrue(text.contains("it has a derivative, and f is the only one"), text);
  }

  @Test
  void otherPowersOfTheStepAreNone() {
    String text = ofRecurrence(2, "y[n+1] = 2 y[n] - y[n-1] + h\u00b3 f[n]");
    assertTrue(text.contains("h^2 in one for y'' = f(y)"), text);
    assertFalse(text.contains("2*2"), text);
  }

  @Test
  void otherPowersAreWrittenOut() {
    String text = ofRecurrence(2, "y[n+1] = y[n] + 2^2 h f[n]");
    assertTrue(text.contains("2*2 for 2^2"), text);
  }

  @Test
  void undeclaredParametersAreToldWhereToBeDeclared() {
    String text = ofTableau(2, "0 |\\na | a\\n---\\n | 1-1/(2*a) 1/(2*a)");
    assertTrue(text.contains("declare it in parameters, as in a in [0, 1], start 1/2."), text);
    String ofStep = ofTableau(1, "0 |\\n---\\n | h");
    assertFalse(ofStep.contains("declare it"), ofStep);
    // These texts have none.
    String ofForm =
        of(
            "ButcherTableau(order = 2, form = io.butcherblock.dsl.TableauForm.LOW_STORAGE, value ="
                + " \"0 | 0 a\\n1 | -1 1/2\")");
    assertTrue(ofForm.contains("'a' does not belong"), ofForm);
    assertFalse(ofForm.contains("declare it"), ofForm);
  }

  /** Only void stands for the default, Euler's method. */
  @ParameterizedTest
  @ValueSource(strings = {"int[]", "int"})
  void aSubstepThatIsNoClassIsRefused(String type) {
    String text = of("SplittingMethod(order = 1, substep = " + type + ".class, value = \"f\\ng\")");
    assertTrue(text.contains("[Substep]"), text);
  }

  @Test
  void cubeRootsAreNoSquareRoots() {
    String text = ofTableau(2, "0 |\\n1/2 | 1/cbrt(2)\\n---\\n | 0 1");
    assertTrue(text.contains("tolerance"), text);
    assertFalse(text.contains("Did you mean"), text);
  }

  @Test
  void anImplicitTableauIsRefusedOnce() {
    String text = ofTableau(3, "1/3 | 5/12 -1/12\\n1 | 3/4 1/4\\n---\\n | 3/4 1/4");
    assertEquals(1, count(text, "[NotExplicit]"), text);
  }

  @Test
  void partitionedSchemesInDecimalsAreToldTheirTolerance() {
    String rows =
        of(
            "PartitionedRungeKutta(order = 1, p = \"0 | 0\\n--\\n | 1\","
                + " q = \"1 | 1.000000000000001\\n--\\n | 1\")");
    assertTrue(rows.contains("[RowSum]"), rows);
    assertTrue(rows.contains("tolerance = \"1e-15\""), rows);
    assertFalse(rows.contains("Correct the abscissa"), rows);
    String order =
        of(
            "PartitionedRungeKutta(order = 1, p = \"0 | 0\\n--\\n | 1.000000000000001\","
                + " q = \"1 | 1\\n--\\n | 1\")");
    assertTrue(order.contains("[OrderTooHigh]"), order);
    assertTrue(order.contains("tolerance = \"1e-15\""), order);
    // What is advised is accepted.
    String accepted =
        of(
            "PartitionedRungeKutta(order = 1, tolerance = \"1e-14\", p = \"0 | 0\\n--\\n |"
                + " 1.000000000000001\", q = \"1 | 1\\n--\\n | 1\")");
    assertFalse(accepted.contains("ERROR"), accepted);
  }

  @Test
  void anOpenEndIsNotPartOfWhereAFamilyHolds() {
    String text =
        of(
            "LinearMultistep(order = 1, steps = 3, parameters = \"t in [-1, 1], start 1/2\","
                + " value = \"y[n+1] = (1+t) y[n] - t y[n-1] + (1-t) h f[n]\")");
    assertTrue(text.contains("it holds for -1 <= t < 1."), text);
  }

  /** Thousands of terms, digits and brackets. */
  @ParameterizedTest
  @ValueSource(strings = {"f[n] + ", "1", "(", "[", "- "})
  void longBracketsAreNotRepeated(String piece) {
    String text =
        ofRecurrence(2, "y[n+1] = y[n] + h/2 (3 f[n] - " + piece.repeat(2_000) + " f[n-1])");
    assertTrue(text.contains("ERROR"), text);
    assertFalse(text.contains("Multiply them out: h/2*"), text);
  }

  @Test
  void oneIsCountedInTheSingular() {
    String partitioned =
        of(
            "PartitionedRungeKutta(order = 1, p = \"0 | 0\\n--\\n | 1\","
                + " q = \"0 | 0\\n1 | 1\\n--\\n | 1 0\")");
    assertTrue(partitioned.contains("of p has 1 stage and that of q 2;"), partitioned);
    String tolerated =
        of("ButcherTableau(order = 1, tolerance = \"1e-6\", value = \"0 |\\n--\\n | 0.9999\")");
    assertTrue(tolerated.contains("but 1 of its conditions is missed by more"), tolerated);
    String row =
        of(
            "ButcherTableau(order = 1, form = io.butcherblock.dsl.TableauForm.SHU_OSHER,"
                + " value = \"1 | 1\\n1 | 0 1\")");
    assertTrue(row.contains("row 2 has 1 number left of the bar and 2 right of it"), row);
  }

  /**
   * Lobatto IIIA of order 2, the trapezoidal rule, with Euler's method: what is advised is
   * accepted.
   */
  @Test
  void anImplicitPairIsToldToLeaveOneRowOut() {
    String tableau = "0 | 0 0\\n1 | 1/2 1/2\\n---\\n | 1/2 1/2";
    String text =
        of(
            "ButcherTableau(order = 2, embeddedOrder = 1, value = \"%s\\n | 1 0\")"
                .formatted(tableau));
    assertEquals(1, count(text, "ERROR"), text);
    assertTrue(text.contains("takes iterations = 1, say"), text);
    assertTrue(text.contains("leave the second row and embeddedOrder out then."), text);
    String accepted =
        of("ButcherTableau(order = 2, iterations = 1, value = \"%s\")".formatted(tableau));
    assertFalse(accepted.contains("ERROR"), accepted);
  }

  /** A row below would be refused again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "iterations = 1                                      ! iterations ! 1/2 | 1/2\\n---\\n | 1",
        "form = io.butcherblock.dsl.TableauForm.LOW_STORAGE  ! form = TableauForm.LOW_STORAGE !"
            + " 0 | 0 1/2\\n1/2 | -1/2 1",
      })
  void noSecondRowIsAdvisedWhereThereCanBeNone(String member, String named, String text) {
    String told =
        of(
            "ButcherTableau(order = 2, embeddedOrder = 1, %s, value = \"%s\")"
                .formatted(member, text));
    assertTrue(
        told.contains("together with " + named + " is not supported. Leave embeddedOrder out."),
        told);
  }

  /** Generated code makes it by its constructor, from another package as well. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "public static abstract class Field extends %s { public Field() {} }",
        "public static abstract class Field extends %s { public Field(int number) {} }",
        "public static class Field extends %s { Field() {} %s }",
        "static class Field extends %s { public Field() {} %s }",
        "public static class Field extends %s { public Field(int number) {} %s }",
        "public static class Field { }",
      })
  void aVectorFieldByHandCanBeMade(String field) {
    String members =
        """
        public String name() { return "f"; }
        public org.bytedeco.pytorch.Tensor f() { return null; }
        public io.butcherblock.nn.RightHandSide create(
            io.butcherblock.nn.ParameterScope p, io.butcherblock.nn.StageContext s) { return null; }
        public long parameters(int channels) { return 0; }
        public long macsPerPixel(int channels) { return 0; }
        public java.util.OptionalInt radius() { return java.util.OptionalInt.of(0); }
        """;
    String source =
        """
        import io.butcherblock.dsl.*;

        public class Outer {
          @ButcherTableau(order = 1, value = "0 |\\n--\\n | 1")
          interface Euler {}

          @OdeNetwork(name = "n", scheme = Euler.class, vectorField = Field.class, blocks = 1,
              channels = 1)
          interface Net {}

        """
            + field.formatted("io.butcherblock.nn.OpaqueVectorField", members)
            + "\n}";
    String text =
        CompilerTesting.diagnostics(
            CompilerTesting.process(JavaFileObjects.forSourceString("Outer", source)));
    assertTrue(text.contains("[UnknownVectorField] Net: vectorField = Field is neither"), text);
  }

  /** One stage before the first iteration, and as many in each as the tableau has. */
  @Test
  void stagesOfIterationsAreCounted() {
    String text = of("ButcherTableau(order = 1, iterations = 256, value = \"1 | 1\\n--\\n | 1\")");
    assertTrue(text.contains("has 257 stages, but at most 256 are supported."), text);
  }

  /** A note is silenced by its tag as a warning is. */
  @ParameterizedTest
  @CsvSource({"Stability, false", "OrderTooLow, false", "Shape, true", "Stabilty, true"})
  void tagsThatSilence(String tag, boolean nothing) {
    String text =
        of(
            "ButcherTableau(order = 1, value = \"0 |\\n--\\n | 1\")"
                + " @SuppressWarnings(\"butcherblock:"
                + tag
                + "\")");
    assertEquals(nothing, text.contains("[SilencesNothing]"), text);
  }
}
