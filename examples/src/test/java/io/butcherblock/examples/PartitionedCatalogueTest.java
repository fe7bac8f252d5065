package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every partitioned scheme of the catalogue is accepted at its order, refused at one more, and
 * refused when a single coefficient of one of its two tableaus is disturbed.
 */
class PartitionedCatalogueTest {

  private static final Exact DISTURBANCE = Exact.of(1, 7);

  private static final Set<Message> ORDER_OR_SEQUENCE =
      EnumSet.of(Message.PARTITIONED_ORDER_TOO_HIGH, Message.PARTITIONED_IMPLICIT);

  static List<String> names() {
    return PartitionedTest.names();
  }

  @Test
  void thereAreFour() {
    assertTrue(names().size() >= 4, () -> "only " + names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAcceptedAtItsOrderOnly(String name) {
    PartitionedRungeKutta scheme = scheme(name);
    assertEquals(Set.of(), messages(scheme));
    assertEquals(
        Set.of(Message.PARTITIONED_ORDER_TOO_HIGH),
        messages(new PartitionedRungeKutta(name, scheme.order() + 1, scheme.p(), scheme.q())));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDisturbedCoefficientIsRefused(String name) {
    PartitionedRungeKutta scheme = scheme(name);
    for (boolean ofP : new boolean[] {true, false}) {
      RungeKutta half = ofP ? scheme.p() : scheme.q();
      for (int i = 0; i < half.stages(); i++) {
        assertEquals(
            Set.of(Message.PARTITIONED_ORDER_TOO_HIGH),
            messages(with(scheme, ofP, half.a(), disturbed(half.weights(), i), half.c())));
        List<Exact> c = disturbed(half.c(), i);
        assertEquals(
            Set.of(Message.PARTITIONED_ROW_SUM),
            messages(with(scheme, ofP, half.a(), half.weights(), c)));
        for (int j = 0; j < half.stages(); j++) {
          List<List<Exact>> a = new ArrayList<>(half.a());
          a.set(i, disturbed(a.get(i), j));
          Set<Message> alone = messages(with(scheme, ofP, a, half.weights(), half.c()));
          assertTrue(alone.contains(Message.PARTITIONED_ROW_SUM), alone::toString);
          // With its abscissa made to fit; the conditions of order 1 are those of the weights.
          Set<Message> fitted = messages(with(scheme, ofP, a, half.weights(), c));
          if (scheme.order() > 1) {
            assertEquals(1, fitted.size(), "entry " + i + ", " + j + " of " + half);
          }
          assertTrue(ORDER_OR_SEQUENCE.containsAll(fitted), fitted::toString);
        }
      }
    }
  }

  private static Set<Message> messages(PartitionedRungeKutta scheme) {
    return Verifier.verify(scheme).findings().stream()
        .map(Finding::message)
        .collect(Collectors.toSet());
  }

  private static List<Exact> disturbed(List<Exact> numbers, int i) {
    List<Exact> changed = new ArrayList<>(numbers);
    changed.set(i, changed.get(i).plus(DISTURBANCE));
    return changed;
  }

  private static PartitionedRungeKutta with(
      PartitionedRungeKutta scheme,
      boolean ofP,
      List<List<Exact>> a,
      List<Exact> weights,
      List<Exact> c) {
    RungeKutta half = ofP ? scheme.p() : scheme.q();
    RungeKutta changed = new RungeKutta(half.name(), half.order(), a, weights, half.factor(), c);
    return new PartitionedRungeKutta(
        scheme.name(), scheme.order(), ofP ? changed : scheme.p(), ofP ? scheme.q() : changed);
  }

  /** {@code p: 1 | 1 ; | 1 ; q: 0 | 0 ; | 1}. */
  private static PartitionedRungeKutta scheme(String name) {
    String[] halves =
        Float64.scheme(name)
            .definition(Coefficients.FROZEN)
            .replace(" ; p' = -f(q), q' = g(p)", "")
            .substring("p: ".length())
            .split(" ; q: ", -1);
    int order = Float64.scheme(name).facts().order();
    return new PartitionedRungeKutta(
        name, order, tableau(order, halves[0]), tableau(order, halves[1]));
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
