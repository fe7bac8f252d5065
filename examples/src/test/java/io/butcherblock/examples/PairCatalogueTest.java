package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every partitioned and every additive scheme of the catalogue is accepted at its order, refused at
 * one more, and refused when a single coefficient of one of its two tableaus is disturbed.
 */
class PairCatalogueTest {

  private static final Exact DISTURBANCE = Exact.of(1, 7);

  private static final Set<Message> ORDER_OR_SEQUENCE =
      EnumSet.of(
          Message.PAIR_ORDER_TOO_HIGH, Message.PARTITIONED_IMPLICIT, Message.ADDITIVE_IMPLICIT);

  static List<String> names() {
    return Stream.of(PartitionedTest.names(), AdditiveTest.names()).flatMap(List::stream).toList();
  }

  @Test
  void thereAreSeven() {
    assertTrue(names().size() >= 7, () -> "only " + names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAcceptedAtItsOrderOnly(String name) {
    TableauPair scheme = scheme(name);
    assertEquals(Set.of(), messages(scheme));
    assertEquals(
        Set.of(Message.PAIR_ORDER_TOO_HIGH),
        messages(made(name, scheme.order() + 1, scheme.first(), scheme.second())));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDisturbedCoefficientIsRefused(String name) {
    TableauPair scheme = scheme(name);
    for (boolean ofFirst : new boolean[] {true, false}) {
      RungeKutta half = scheme.tableau(ofFirst);
      for (int i = 0; i < half.stages(); i++) {
        assertEquals(
            Set.of(Message.PAIR_ORDER_TOO_HIGH),
            messages(with(scheme, ofFirst, half.a(), disturbed(half.weights(), i), half.c())));
        List<Exact> c = disturbed(half.c(), i);
        assertEquals(
            Set.of(Message.PAIR_ROW_SUM),
            messages(with(scheme, ofFirst, half.a(), half.weights(), c)));
        for (int j = 0; j < half.stages(); j++) {
          List<List<Exact>> a = new ArrayList<>(half.a());
          a.set(i, disturbed(a.get(i), j));
          Set<Message> alone = messages(with(scheme, ofFirst, a, half.weights(), half.c()));
          assertTrue(alone.contains(Message.PAIR_ROW_SUM), alone::toString);
          // With its abscissa made to fit; the conditions of order 1 are those of the weights.
          Set<Message> fitted = messages(with(scheme, ofFirst, a, half.weights(), c));
          if (scheme.order() > 1) {
            assertEquals(1, fitted.size(), "entry " + i + ", " + j + " of " + half);
          }
          assertTrue(ORDER_OR_SEQUENCE.containsAll(fitted), fitted::toString);
        }
      }
    }
  }

  private static Set<Message> messages(TableauPair scheme) {
    return Verifier.verify(scheme).findings().stream()
        .map(Finding::message)
        .collect(Collectors.toSet());
  }

  private static List<Exact> disturbed(List<Exact> numbers, int i) {
    List<Exact> changed = new ArrayList<>(numbers);
    changed.set(i, changed.get(i).plus(DISTURBANCE));
    return changed;
  }

  private static TableauPair with(
      TableauPair scheme,
      boolean ofFirst,
      List<List<Exact>> a,
      List<Exact> weights,
      List<Exact> c) {
    RungeKutta half = scheme.tableau(ofFirst);
    RungeKutta changed = new RungeKutta(half.name(), half.order(), a, weights, half.factor(), c);
    return scheme.withTableau(ofFirst, changed);
  }

  /** {@code p: 1 | 1 ; | 1 ; q: 0 | 0 ; | 1}, or with f and g. */
  private static TableauPair scheme(String name) {
    String[] halves =
        Float64.scheme(name)
            .definition(Coefficients.FROZEN)
            .replace(" ; p' = -f(q), q' = g(p)", "")
            .substring("p: ".length())
            .split(" ; [qg]: ", -1);
    int order = Float64.scheme(name).facts().order();
    return made(name, order, tableau(order, halves[0]), tableau(order, halves[1]));
  }

  private static TableauPair made(String name, int order, RungeKutta first, RungeKutta second) {
    return AdditiveTest.names().contains(name)
        ? new AdditiveRungeKutta(name, order, first, second, Tolerance.NONE)
        : new PartitionedRungeKutta(name, order, first, second);
  }

  private static RungeKutta tableau(int order, String text) {
    // Entries as they are written in a tableau, without spaces: 1 - 1/2 sqrt(2).
    String entries =
        text.replace(" sqrt", "*sqrt").replace(" - ", "-").replace(" + ", "+").replace(",", "");
    List<String> rows = new ArrayList<>(List.of(entries.split(" ; ", -1)));
    rows.add(rows.size() - 1, "--");
    return TableauParser.parse("Half", order, String.join("\n", rows)).value().orElseThrow();
  }
}
