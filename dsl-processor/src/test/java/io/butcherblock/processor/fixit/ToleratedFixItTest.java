package io.butcherblock.processor.fixit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.FormRows.Place;
import io.butcherblock.processor.model.FormRows.Row;
import io.butcherblock.processor.model.Notation.Form;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/** One slip of the pen in a scheme that is known in decimals only. */
class ToleratedFixItTest {

  private static final Exact SLIP = Exact.of(1, 7);
  private static final Tolerance TOLERANCE =
      new Tolerance("1e-13", Exact.of(1, 10_000_000_000_000L));

  /** Tsitouras, Comput. Math. Appl. 62 (2011), to 16 digits. */
  private static final RungeKutta TSITOURAS_5 =
      Catalogue.tableau(
              "Tsitouras",
              5,
              "0 |",
              "0.161 | 0.161",
              "0.327 | -0.008480655492356989 0.335480655492357",
              "0.9 | 2.897153057105494 -6.359448489975075 4.362295432869581",
              "0.9800255409045097 | 5.325864828439257 -11.748883564062828 7.495539342889836"
                  + " -0.09249506636175525",
              "1 | 5.86145544294642 -12.92096931784711 8.159367898576159 -0.071584973281401"
                  + " -0.028269050394068",
              "--",
              "| 0.09646076681806523 0.01 0.4798896504144996 1.379008574103742 -3.290069515436081"
                  + " 2.324710524099774")
          .withTolerance(TOLERANCE);

  /** Spiteri and Ruuth, SIAM J. Numer. Anal. 40 (2002). */
  private static final FormRows SSP_54 =
      new FormRows(
          Form.SHU_OSHER,
          List.of(
              row("1", "0.391752226571890"),
              row("0.444370493651235 0.555629506348765", "0 0.368410593050371"),
              row("0.620101851488403 0 0.379898148511597", "0 0 0.251891774271694"),
              row("0.178079954393132 0 0 0.821920045606868", "0 0 0 0.544974750228521"),
              row(
                  "0 0 0.517231671970585 0.096059710526147 0.386708617503269",
                  "0 0 0 0.063692468666290 0.226007483236906")));

  /** Forest and Ruth, Physica D 43 (1990). */
  private static final RungeKutta FOREST_RUTH_P =
      Catalogue.tableau(
          "P",
          4,
          "0 | 0 0 0 0",
          "1.351207191959658 | 1.351207191959658 0 0 0",
          "-0.351207191959658 | 1.351207191959658 -1.702414383919316 0 0",
          "1 | 1.351207191959658 -1.702414383919316 1.351207191959658 0",
          "--",
          "| 1.351207191959658 -1.702414383919316 1.351207191959658 0");

  private static final RungeKutta FOREST_RUTH_Q =
      Catalogue.tableau(
          "Q",
          4,
          "0.675603595979829 | 0.675603595979829 0 0 0",
          "0.5 | 0.675603595979829 -0.175603595979829 0 0",
          "0.324396404020171 | 0.675603595979829 -0.175603595979829 -0.175603595979829 0",
          "1 | 0.675603595979829 -0.175603595979829 -0.175603595979829 0.675603595979829",
          "--",
          "| 0.675603595979829 -0.175603595979829 -0.175603595979829 0.675603595979829");

  private static Row row(String left, String right) {
    return new Row(numbers(left), numbers(right));
  }

  private static List<Exact> numbers(String side) {
    return Arrays.stream(side.split(" ", -1)).map(ToleratedFixItTest::number).toList();
  }

  private static Exact number(String text) {
    BigDecimal decimal = new BigDecimal(text);
    return Exact.of(
        BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(Math.max(0, decimal.scale()))));
  }

  /** The number that is advised is known as well as the others are. */
  private static void assertCorrected(Scheme wrong, Exact right, Exact written, String what) {
    String text = only(wrong);
    Matcher advice =
        Pattern.compile("With about (\\S+) instead of (\\S+) as (.+), all conditions of order (.+)")
            .matcher(text);
    assertTrue(advice.find(), what + " " + text);
    assertTrue(TOLERANCE.allows(number(advice.group(1)).minus(right)), what + " " + text);
    assertEquals(ShortText.entry(written), advice.group(2), text);
    assertEquals(what, advice.group(3), text);
    assertEquals(wrong.order() + " hold to 1e-13.", advice.group(4), text);
  }

  private static String only(Scheme scheme) {
    List<Finding> findings = Verifier.verify(scheme).findings();
    assertEquals(1, findings.size(), findings::toString);
    return findings.get(0).text();
  }

  /** The alphas of the last row sum to 1 + 1e-15. */
  @Test
  void theToleranceThatRoundedAlphasKeepIsTold() {
    RungeKutta scheme = SSP_54.tableau("Ssp", 4);
    List<String> texts =
        Verifier.verify(scheme).findings().stream()
            .filter(finding -> finding.message() == Message.SHU_OSHER_SUM)
            .map(Finding::text)
            .toList();
    assertEquals(1, texts.size(), texts::toString);
    assertTrue(texts.get(0).contains("(off by 1e-15: rounded coefficients?)"), texts.get(0));
    Matcher told = Pattern.compile("tolerance = \"1e-(\\d+)\"").matcher(texts.get(0));
    assertTrue(told.find(), texts.get(0));
    int digits = Integer.parseInt(told.group(1));
    for (int more = 0; more < 2; more++) {
      Tolerance tolerance = new Tolerance("1e-" + (digits + more), number("1e-" + (digits + more)));
      List<Finding> findings = Verifier.verify(scheme.withTolerance(tolerance)).findings();
      assertEquals(more == 0, findings.isEmpty(), findings::toString);
    }
  }

  @Test
  void aNumberOfATableau() {
    RungeKutta right = TSITOURAS_5;
    assertEquals(List.of(), Verifier.verify(right).findings());
    for (int i = 0; i < right.stages(); i++) {
      Exact weight = right.weights().get(i);
      Exact wrong = weight.plus(SLIP);
      assertCorrected(
          with(right, right.a(), replaced(right.weights(), i, wrong)),
          weight,
          wrong,
          "the weight of stage " + (i + 1));
      for (int j = 0; j < i; j++) {
        Exact entry = right.a(i, j);
        List<Exact> row = replaced(right.a().get(i), j, entry.negate());
        assertCorrected(
            with(right, replaced(right.a(), i, row), right.weights()),
            entry,
            entry.negate(),
            "a_" + (i + 1) + (j + 1));
      }
    }
  }

  @Test
  void aNumberOfAShuOsherForm() {
    assertCorrectedInEachPlace(SSP_54, SLIP);
  }

  private static void assertCorrectedInEachPlace(FormRows right, Exact slip) {
    for (Place place : right.places()) {
      Exact wrong = right.at(place).plus(slip);
      assertCorrected(
          right.with(place, wrong).tableau("Form", 4).withTolerance(TOLERANCE),
          right.at(place),
          wrong,
          right.name(place));
    }
  }

  @Test
  void aNumberOfAPartitionedScheme() {
    RungeKutta p = FOREST_RUTH_P;
    RungeKutta q = FOREST_RUTH_Q;
    Exact weight = q.weights().get(1);
    RungeKutta slip = with(q, q.a(), replaced(q.weights(), 1, weight.negate()));
    assertCorrected(partitioned(p, slip), weight, weight.negate(), "the weight of stage 2 of q");
    Exact entry = p.a(3, 1);
    List<Exact> row = replaced(p.a().get(3), 1, entry.negate());
    assertCorrected(
        partitioned(with(p, replaced(p.a(), 3, row), p.weights()), q),
        entry,
        entry.negate(),
        "a_42 of p");
  }

  /** The tenth digit, which is as far from the rounding of 15 as from the first one. */
  @Test
  void aLateDigit() {
    Exact late = number("0.0000000003");
    for (int i = 0; i < TSITOURAS_5.stages(); i++) {
      Exact weight = TSITOURAS_5.weights().get(i);
      assertCorrected(
          with(TSITOURAS_5, TSITOURAS_5.a(), replaced(TSITOURAS_5.weights(), i, weight.plus(late))),
          weight,
          weight.plus(late),
          "the weight of stage " + (i + 1));
    }
    assertCorrectedInEachPlace(SSP_54, late);
  }

  /** Without a tolerance, what the places of the others let expect: 1e-12 of 14 places. */
  @Test
  void aLateDigitOfDecimalsWithoutATolerance() {
    Exact late = number("0.0000000003");
    RungeKutta right = TSITOURAS_5.withTolerance(Tolerance.NONE);
    String rounded = Verifier.verify(right).findings().get(0).text();
    assertTrue(rounded.endsWith("claim that much: tolerance = \"1e-14\"."), rounded);
    Exact weight = right.weights().get(5);
    RungeKutta wrong = with(right, right.a(), replaced(right.weights(), 5, weight.plus(late)));
    String text = Verifier.verify(wrong).findings().get(0).text();
    assertTrue(
        text.endsWith(
            "Rounding is not all that is wrong. With about 2.3247105240998 instead of"
                + " 2.324710524399774 as the weight of stage 6, all conditions of order 5 hold to"
                + " 1e-12."),
        text);
    FormRows form = SSP_54.with(new Place(2, true, 2), number("0.379898148811597"));
    String alphas = Verifier.verify(form.tableau("Form", 4)).findings().get(0).text();
    assertTrue(
        alphas.contains(
            "With about 0.3798981485116 instead of 0.379898148811597 as alpha_32 (row 3), all"),
        alphas);
  }

  /** A number of 14 places and more; the sums of the other rows are off by 1e-15. */
  @Test
  void aLateDigitOfARowWithoutATolerance() {
    Exact late = number("0.0000000003");
    RungeKutta right = TSITOURAS_5.withTolerance(Tolerance.NONE);
    Exact c = right.c().get(4);
    List<Exact> abscissae = replaced(right.c(), 4, c.plus(late));
    assertLateDigit(
        new RungeKutta("Late", 5, right.a(), right.weights(), right.factor(), abscissae),
        c,
        "the abscissa c_5");
    for (int i = 2; i < right.stages(); i++) {
      Exact entry = right.a(i, 1);
      List<Exact> row = replaced(right.a().get(i), 1, entry.plus(late));
      assertLateDigit(
          with(right, replaced(right.a(), i, row), right.weights()), entry, "a_" + (i + 1) + "2");
    }
  }

  private static void assertLateDigit(RungeKutta wrong, Exact right, String what) {
    String text = Verifier.verify(wrong).findings().get(0).text();
    Matcher advice =
        Pattern.compile(
                "Rounding is not all that is wrong. With about (\\S+) instead of \\S+ as (.+), all"
                    + " conditions of order 5 hold to 1e-12\\.")
            .matcher(text);
    assertTrue(advice.find(), what + " " + text);
    assertEquals(what, advice.group(2));
    assertTrue(number("1e-12").compareTo(number(advice.group(1)).minus(right).abs()) > 0, text);
  }

  @Test
  void aLateDigitOfAPartitionedScheme() {
    RungeKutta verlet = Catalogue.tableau("P", 2, "0 | 0 0", "1 | 0.5 0.5", "--", "| 0.5 0.5");
    RungeKutta right = Catalogue.tableau("Q", 2, "0.5 | 0.5 0", "0.5 | 0.5 0", "--", "| 0.5 0.5");
    Exact half = number("0.5");
    Exact late = number("0.5000000003");
    RungeKutta weight = with(right, right.a(), replaced(right.weights(), 1, late));
    assertTrue(
        only(new PartitionedRungeKutta("Scheme", 2, verlet, weight).withTolerance(TOLERANCE))
            .endsWith(
                "With about 0.5 instead of 0.5000000003 as the weight of stage 2 of q, all"
                    + " conditions of order 2 hold to 1e-13."));
    List<Exact> row = List.of(late, half);
    RungeKutta entry = with(verlet, replaced(verlet.a(), 1, row), verlet.weights());
    assertTrue(
        only(new PartitionedRungeKutta("Scheme", 2, entry, right).withTolerance(TOLERANCE))
            .contains(" With about 0.5 instead of 0.5000000003 as a_21 of p, all conditions"));
  }

  @Test
  void aLateDigitOfAPartitionedSchemeWithoutATolerance() {
    List<Exact> row = replaced(FOREST_RUTH_P.a().get(3), 1, number("-1.702414338919316"));
    RungeKutta wrong =
        with(FOREST_RUTH_P, replaced(FOREST_RUTH_P.a(), 3, row), FOREST_RUTH_P.weights());
    assertTrue(
        only(new PartitionedRungeKutta("Scheme", 4, wrong, FOREST_RUTH_Q))
            .endsWith(
                "With about -1.70241438391932 instead of -1.702414338919316 as a_42 of p, all"
                    + " conditions of order 4 hold to 1e-13."),
        only(new PartitionedRungeKutta("Scheme", 4, wrong, FOREST_RUTH_Q)));
  }

  /** B of row 2 without its last four digits: all are right as far as they go. */
  @Test
  void theToleranceThatCutDigitsKeepIsTold() {
    FormRows carpenterAndKennedy =
        new FormRows(
            Form.LOW_STORAGE,
            List.of(
                row("0", "0 0.1496590219992291"),
                row("0.1496590219992291", "-0.4178904744998519 0.379210312999"),
                row("0.3704009573642048", "-1.1921516946426769 0.8229550293869817"),
                row("0.6222557631344432", "-1.6977846924715279 0.6994504559491221"),
                row("0.9582821306746903", "-1.5141834442571558 0.1530572479681520")));
    List<Finding> findings =
        Verifier.verify(carpenterAndKennedy.tableau("Form", 4).withTolerance(TOLERANCE)).findings();
    assertTrue(
        findings.get(0).text().endsWith("claim that much: tolerance = \"1e-12\"."),
        findings::toString);
  }

  @Test
  void exchangedWeights() {
    RungeKutta right = TSITOURAS_5;
    List<Exact> weights = right.weights();
    RungeKutta exchanged =
        with(right, right.a(), replaced(replaced(weights, 2, weights.get(3)), 3, weights.get(2)));
    assertTrue(
        only(exchanged)
            .endsWith(
                "With the weights of stages 3 and 4 exchanged, all conditions of order 5 hold to"
                    + " 1e-13."),
        only(exchanged));
  }

  /** Of many numbers that were cut no single one is wrong, though another could make up for all. */
  @Test
  void roundingIsNoSlip() {
    FormRows form =
        new FormRows(
            Form.SHU_OSHER,
            List.of(
                row("1", "0.3917"),
                row("0.4443 0.5556", "0 0.3684"),
                row("0.6201 0 0.3798", "0 0 0.2518"),
                row("0.1780 0 0 0.8219", "0 0 0 0.5449"),
                row("0 0 0.5172 0.0960 0.3867", "0 0 0 0.0636 0.2260")));
    RungeKutta cut =
        form.tableau("Form", 4).withTolerance(new Tolerance("1e-4", Exact.of(1, 10_000)));
    assertTrue(only(cut).endsWith("Compare the entries with their source."), only(cut));
  }

  @Test
  void twoSlipsAreNotGuessed() {
    List<Exact> weights = replaced(replaced(TSITOURAS_5.weights(), 0, SLIP), 5, Exact.of(2));
    assertTrue(
        only(with(TSITOURAS_5, TSITOURAS_5.a(), weights))
            .endsWith("Compare the entries with their source."));
  }

  private static PartitionedRungeKutta partitioned(RungeKutta p, RungeKutta q) {
    return new PartitionedRungeKutta("Scheme", 4, p, q).withTolerance(TOLERANCE);
  }

  private static RungeKutta with(RungeKutta s, List<List<Exact>> a, List<Exact> weights) {
    return new RungeKutta(s.name(), s.order(), a, weights, s.factor(), s.c(), s.notation());
  }

  private static <T> List<T> replaced(List<T> list, int index, T value) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }
}
