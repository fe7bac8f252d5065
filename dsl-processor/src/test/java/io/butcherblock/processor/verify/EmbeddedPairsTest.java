package io.butcherblock.processor.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.parse.TableauParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Embedded pairs of Hairer, Norsett, Wanner I, section II.4, with the orders printed there. */
class EmbeddedPairsTest {

  /** Stages, the row of the method, and the second row. */
  private record Printed(int order, int embeddedOrder, String stages, String row, String second) {}

  private static final String FEHLBERG =
      """
        0   |
       1/4  |    1/4
       3/8  |   3/32        9/32
      12/13 | 1932/2197  -7200/2197   7296/2197
        1   |  439/216       -8       3680/513    -845/4104
       1/2  |   -8/27         2      -3544/2565   1859/4104   -11/40
      """;

  private static final Map<String, Printed> PRINTED =
      Map.of(
          "HeunEuler",
          new Printed(2, 1, "0 |\n1 | 1\n", "1/2 1/2", "1 0"),
          "BogackiShampine",
          new Printed(
              3,
              2,
              "0 |\n1/2 | 1/2\n3/4 | 0 3/4\n1 | 2/9 1/3 4/9\n",
              "2/9 1/3 4/9 0",
              "7/24 1/4 1/3 1/8"),
          "Zonneveld",
          new Printed(
              4,
              3,
              "0 |\n1/2 | 1/2\n1/2 | 0 1/2\n1 | 0 0 1\n3/4 | 5/32 7/32 13/32 -1/32\n",
              "1/6 1/3 1/3 1/6 0",
              "-1/2 7/3 7/3 13/6 -16/3"),
          "Merson",
          new Printed(
              4,
              3,
              "0 |\n1/3 | 1/3\n1/3 | 1/6 1/6\n1/2 | 1/8 0 3/8\n1 | 1/2 0 -3/2 2\n",
              "1/6 0 0 2/3 1/6",
              "1/10 0 3/10 2/5 1/5"),
          "Fehlberg",
          new Printed(
              4,
              5,
              FEHLBERG,
              "25/216 0 1408/2565 2197/4104 -1/5 0",
              "16/135 0 6656/12825 28561/56430 -9/50 2/55"),
          "DormandPrince",
          new Printed(
              5,
              4,
              """
                0  |
               1/5 |    1/5
              3/10 |   3/40         9/40
               4/5 |   44/45      -56/15       32/9
               8/9 | 19372/6561  -25360/2187  64448/6561  -212/729
                1  |  9017/3168   -355/33     46732/5247    49/176  -5103/18656
                1  |   35/384        0         500/1113    125/192  -2187/6784  11/84
              """,
              "35/384 0 500/1113 125/192 -2187/6784 11/84 0",
              "5179/57600 0 7571/16695 393/640 -92097/339200 187/2100 1/40"));

  private static RungeKutta tableau(String name, int order, String stages, String row) {
    return TableauParser.parse(name, order, stages + "---\n | " + row).value().orElseThrow();
  }

  private static EmbeddedPair pair(String name, int embeddedOrder) {
    Printed printed = PRINTED.get(name);
    return new EmbeddedPair(
        tableau(name, printed.order, printed.stages, printed.row),
        tableau("The embedded method", embeddedOrder, printed.stages, printed.second));
  }

  private static EmbeddedPair pair(String name) {
    return pair(name, PRINTED.get(name).embeddedOrder);
  }

  private static Set<Message> messages(EmbeddedPair pair) {
    return Verifier.verify(pair).findings().stream()
        .map(Finding::message)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HeunEuler",
        "BogackiShampine",
        "Zonneveld",
        "Merson",
        "Fehlberg",
        "DormandPrince"
      })
  void bothMethodsHaveTheOrdersThatArePrinted(String name) {
    Printed printed = PRINTED.get(name);
    assertEquals(Set.of(), messages(pair(name)));
    for (int order : List.of(printed.embeddedOrder - 1, printed.embeddedOrder + 1)) {
      List<Finding> findings = Verifier.verify(pair(name, order)).findings();
      assertEquals(1, findings.size(), findings.toString());
      Message message = findings.get(0).message();
      Location location = findings.get(0).location();
      if (order == 0) {
        assertEquals(Message.NO_EMBEDDED_ORDER, message);
      } else if (order < printed.embeddedOrder) {
        assertEquals(Message.ORDER_TOO_LOW, message);
        assertEquals(new Location.Member("embeddedOrder"), location);
      } else if (order > pair(name).method().stages()) {
        assertEquals(Message.ORDER_BEYOND_STAGES, message);
        assertEquals(new Location.Member("embeddedOrder"), location);
      } else {
        assertEquals(Message.ORDER_TOO_HIGH, message);
        assertEquals(new Location.EmbeddedRow(), location);
      }
    }
  }

  /** What is compiled is the method as if it had been declared alone. */
  @ParameterizedTest
  @ValueSource(strings = {"BogackiShampine", "Zonneveld", "Merson", "Fehlberg", "DormandPrince"})
  void theMethodAloneIsCompiled(String name) {
    RungeKutta method = pair(name).method();
    VerifiedScheme ofPair = Verifier.verify(pair(name)).verified().orElseThrow();
    VerifiedScheme alone = Verifier.verify(method.withoutUnusedStages()).verified().orElseThrow();
    assertEquals(alone.scheme(), ofPair.scheme());
    assertEquals(alone.stability(), ofPair.stability());
    assertEquals(alone.measures(), ofPair.measures());
    assertEquals(alone.blockOrder(), ofPair.blockOrder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"BogackiShampine", "Zonneveld", "Merson", "Fehlberg"})
  void aSlipInTheSecondRowIsNamed(String name) {
    EmbeddedPair right = pair(name);
    for (int j = 0; j < right.method().stages(); j++) {
      List<Exact> weights = new ArrayList<>(right.embedded().weights());
      Exact written = weights.get(j);
      weights.set(j, written.plus(Exact.of(1, 7)));
      RungeKutta slip =
          new RungeKutta(
              "The embedded method",
              right.embedded().order(),
              right.embedded().a(),
              weights,
              right.embedded().factor(),
              right.embedded().c());
      List<Finding> findings = Verifier.verify(new EmbeddedPair(right.method(), slip)).findings();
      assertEquals(1, findings.size(), findings.toString());
      assertEquals(new Location.EmbeddedRow(), findings.get(0).location());
      assertTrue(
          findings
              .get(0)
              .text()
              .contains(
                  "With " + written + " instead of " + weights.get(j) + " as the weight of stage"),
          findings.get(0).text());
    }
  }

  @Test
  void whichStagesTheBlockLeavesOutIsSaid() {
    assertEquals(List.of(), alone("Merson"));
    assertEquals(
        List.of("stage 5 is the embedded method's alone: a block does not evaluate it"),
        alone("Zonneveld"));
    assertEquals(
        List.of(
            "stage 7 is the embedded method's alone: a block does not evaluate it",
            "first same as last: the last stage is the first one of the next step"),
        alone("DormandPrince"));
  }

  private static List<String> alone(String name) {
    List<String> proof = Verifier.verify(pair(name)).verified().orElseThrow().proof();
    int embedded =
        proof.indexOf(
            proof.stream()
                .filter(line -> line.startsWith("embedded method"))
                .findFirst()
                .orElseThrow());
    int order = Math.min(PRINTED.get(name).order, PRINTED.get(name).embeddedOrder);
    assertEquals(
        "the difference of both results, which estimates the local error, is O(h^%s)"
            .formatted(order + 1),
        proof.get(embedded + 1));
    return proof.subList(embedded + 2, proof.size());
  }

  /** The norm of the differences of both sides, each divided by the symmetry of its tree. */
  @Test
  void theErrorOfTheEmbeddedMethodIsThatOfItsConditions() {
    String line =
        Verifier.verify(pair("HeunEuler")).verified().orElseThrow().proof().stream()
            .filter(text -> text.startsWith("embedded method"))
            .findFirst()
            .orElseThrow();
    // Euler's method misses sum b c = 1/2, the only condition of order 2, by 1/2.
    assertTrue(
        line.contains("order 1; order 2: 1 of 1 condition fails; principal error A_2 = 0.500"),
        line);
  }

  /** What neither uses is left over. */
  @Test
  void aStageThatNeitherMethodUsesIsWarnedOf() {
    String stages = "0 |\n1 | 1\n1/2 | 1/2 0\n";
    EmbeddedPair pair =
        new EmbeddedPair(
            tableau("Pair", 2, stages, "1/2 1/2 0"), tableau("Embedded", 1, stages, "1 0 0"));
    assertEquals(Set.of(Message.UNUSED_STAGE), messages(pair));
  }

  private static final String BOGACKI = "0 |\n1/2 | 1/2\n3/4 | 0 3/4\n1 | 2/9 1/3 4/9\n";
  private static final String HEUN = "0 |\n1 | 1\n";

  private static EmbeddedPair pair(
      int order, int embeddedOrder, String stages, String row, String second) {
    return new EmbeddedPair(
        tableau("Pair", order, stages, row),
        tableau("The embedded method", embeddedOrder, stages, second));
  }

  private static EmbeddedPair tolerated(long inverse, String row, String second) {
    EmbeddedPair pair = pair(3, 2, BOGACKI, row, second);
    Tolerance to = new Tolerance("1/" + inverse, Exact.of(1, inverse));
    return new EmbeddedPair(pair.method().withTolerance(to), pair.embedded().withTolerance(to));
  }

  private static String only(EmbeddedPair pair) {
    List<Finding> findings = Verifier.verify(pair).findings();
    assertEquals(1, findings.size(), findings.toString());
    return findings.get(0).text();
  }

  /** The stages are those of the method, which is right as it stands. */
  @Test
  void noExchangeInAStageIsAdvisedForTheSecondRow() {
    String text = only(pair(2, 3, "0 |\n1/2 | 1/2\n1 | 2 -1\n", "1/2 0 1/2", "1/6 2/3 1/6"));
    assertTrue(text.startsWith("[OrderTooHigh] The embedded method claims order 3, but "), text);
    assertFalse(text.contains("exchanged"), text);
  }

  /** Rounded weights of one row need the tolerance of both. */
  @Test
  void aToleranceIsNeededIfOneOfBothMethodsNeedsIt() {
    String method = "2/9 1/3 4/9 0";
    String embedded = "7/24 1/4 1/3 1/8";
    assertEquals(
        Set.of(), messages(tolerated(1_000_000, method, "0.2916667 0.25 0.3333333 0.125")));
    assertEquals(
        Set.of(), messages(tolerated(1_000_000, "0.2222222 0.3333333 0.4444444 0", embedded)));
    assertTrue(
        only(tolerated(1_000_000, method, embedded))
            .startsWith("[Tolerance] Pair needs no tolerance"));
    assertTrue(
        only(tolerated(1_000_000_000, method, "0.2916667 0.25 0.3333333 0.125"))
            .contains("write tolerance = \"1e-7\""));
  }

  /** The pair of Dormand and Prince, 5(4), whose second row Fehlberg would have written first. */
  @Test
  void rowsInTheOtherOrderAreToldSo() {
    Printed printed = PRINTED.get("DormandPrince");
    for (EmbeddedPair pair :
        List.of(
            pair(5, 4, printed.stages, printed.second, printed.row),
            pair(5, 0, printed.stages, printed.second, printed.row))) {
      assertEquals(Set.of(Message.EXCHANGED_ROWS), messages(pair));
      assertTrue(
          only(pair)
              .contains(
                  "has order 4, and the second one order 5. Exchange both rows, or"
                      + " write order = 4 and embeddedOrder = 5."),
          only(pair));
    }
    EmbeddedPair claims = pair(4, 5, printed.stages, printed.row, printed.second);
    assertTrue(only(claims).contains("write order = 5 and embeddedOrder = 4"), only(claims));
    // With a slip in the first row an exchange would hide it.
    EmbeddedPair slip = pair(2, 0, HEUN, "1 1/2", "1/2 1/2");
    assertEquals(Set.of(Message.ORDER_TOO_HIGH), messages(slip));
  }

  /** E of DOPRI5 and of MATLAB's ode23 is b minus b of the embedded method, of RKF45 the other. */
  @Test
  void aRowOfDifferencesIsNotTakenForWeights() {
    for (int claim : List.of(0, 5)) {
      EmbeddedPair fehlberg =
          pair(
              4,
              claim,
              FEHLBERG,
              PRINTED.get("Fehlberg").row,
              "1/360 0 -128/4275 -2197/75240 1/50 2/55");
      assertTrue(
          only(fehlberg)
              .endsWith(
                  "the first row plus this one and have order 5: | "
                      + PRINTED.get("Fehlberg").second),
          only(fehlberg));
    }
    EmbeddedPair bogacki = pair(3, 2, BOGACKI, "2/9 1/3 4/9 0", "-5/72 1/12 1/9 -1/8");
    assertTrue(
        only(bogacki)
            .endsWith(
                "the first row minus or plus this one and have order 2:"
                    + " | 7/24 1/4 1/3 1/8 or | 11/72 5/12 5/9 -1/8"),
        only(bogacki));
  }

  /** A method would hold with whatever abscissa of a stage that it does not use. */
  @Test
  void aSlipInAStageOfTheEmbeddedMethodIsJudgedByIt() {
    Printed printed = PRINTED.get("DormandPrince");
    EmbeddedPair slip =
        pair(
            5,
            4,
            printed.stages.replace("35/384        0         500/1113", "35/384 0 500/1131"),
            printed.row,
            printed.second);
    assertTrue(only(slip).startsWith("[RowSum] Pair: the abscissa c_7 = 1, but"), only(slip));
    assertTrue(
        only(slip)
            .endsWith("With 500/1113 instead of 500/1131 as a_73, all conditions of order 4 hold."),
        only(slip));
  }

  /** 35/384 stands in the row of the last stage and in that of the method: one slip, copied. */
  @Test
  void nothingIsPromisedOfAStageWhereTheMethodIsWrongToo() {
    Printed printed = PRINTED.get("DormandPrince");
    EmbeddedPair slip =
        pair(
            5,
            4,
            printed.stages.replace("35/384", "35/383"),
            printed.row.replace("35/384", "35/383"),
            printed.second);
    assertTrue(only(slip).endsWith(" Correct the abscissa or the row."), only(slip));
  }

  @Test
  void aStageThatOneMethodHasAgainIsWarnedOf() {
    EmbeddedPair pair = pair(2, 1, HEUN + "1 | 1 0\n", "1/2 1/2 0", "1/4 1/2 1/4");
    assertTrue(only(pair).contains("stages 2 and 3 have the same row"), only(pair));
  }

  @Test
  void aSecondRowWithoutAnOrderIsNotToldOne() {
    EmbeddedPair wrong = pair(2, 0, HEUN, "1/2 1/2", "1/2 1/4");
    assertTrue(
        only(wrong)
            .contains("write its order as embeddedOrder, and correct the weights, which do not"),
        only(wrong));
    EmbeddedPair same = pair(2, 0, HEUN, "1/2 1/2", "1/2 1/2");
    assertEquals(Set.of(Message.EQUAL_ROWS), messages(same));
  }
}
