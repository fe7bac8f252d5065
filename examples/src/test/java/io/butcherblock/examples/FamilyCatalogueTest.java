package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.ParametricRungeKutta;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every family of tableaus of the catalogue is accepted at its order, refused at one more, and
 * refused when a single one of its coefficients is disturbed.
 */
class FamilyCatalogueTest {

  private static final RationalFunction DISTURBANCE = RationalFunction.constant(Exact.of(1, 1000));

  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+) in \\[([^,]+), ([^\\]]+)\\], start ([^; ]+)");

  /** Its a_21 = c_2 is the free parameter itself, on which order 2 does not depend. */
  private static final Set<String> FREE = Set.of("rk3-chain-family 1 0");

  static List<String> names() {
    return FamilyTest.families().stream()
        .filter(name -> Float64.scheme(name).facts().family() instanceof SchemeFamily.RungeKutta)
        .toList();
  }

  @Test
  void thereAreFive() {
    assertTrue(names().size() >= 5, () -> "only " + names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAcceptedAtItsOrderOnly(String name) {
    ParametricRungeKutta family = family(name);
    assertEquals(Set.of(), messages(family));
    ParametricRungeKutta above =
        new ParametricRungeKutta(
            name,
            family.order() + 1,
            family.parameters(),
            family.a(),
            family.weights(),
            family.factor(),
            family.c());
    assertEquals(
        Set.of(
            family.order() == family.stages()
                ? Message.ORDER_BEYOND_STAGES
                : Message.ORDER_TOO_HIGH),
        messages(above));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyDisturbedCoefficientIsRefused(String name) {
    ParametricRungeKutta family = family(name);
    for (int i = 0; i < family.stages(); i++) {
      assertEquals(
          Set.of(Message.ORDER_TOO_HIGH),
          messages(with(family, family.a(), disturbed(family.weights(), i), family.c())));
      List<RationalFunction> c = disturbed(family.c(), i);
      assertEquals(
          Set.of(Message.ROW_SUM), messages(with(family, family.a(), family.weights(), c)));
      for (int j = 0; j < family.stages(); j++) {
        List<List<RationalFunction>> a = new ArrayList<>(family.a());
        a.set(i, disturbed(a.get(i), j));
        Set<Message> alone = messages(with(family, a, family.weights(), family.c()));
        assertTrue(alone.contains(Message.ROW_SUM), alone::toString);
        // With its abscissa made to fit.
        String entry = name + " " + i + " " + j;
        Message expected = j >= i ? Message.FAMILY_NOT_EXPLICIT : Message.ORDER_TOO_HIGH;
        assertEquals(
            FREE.contains(entry) ? Set.of() : Set.of(expected),
            messages(with(family, a, family.weights(), c)),
            entry);
      }
    }
  }

  private static Set<Message> messages(ParametricRungeKutta family) {
    return Verifier.verify(family).findings().stream()
        .map(Finding::message)
        .collect(Collectors.toSet());
  }

  private static List<RationalFunction> disturbed(List<RationalFunction> functions, int i) {
    List<RationalFunction> changed = new ArrayList<>(functions);
    changed.set(i, changed.get(i).plus(DISTURBANCE));
    return changed;
  }

  private static ParametricRungeKutta with(
      ParametricRungeKutta family,
      List<List<RationalFunction>> a,
      List<RationalFunction> weights,
      List<RationalFunction> c) {
    return new ParametricRungeKutta(
        family.name(), family.order(), family.parameters(), a, weights, family.factor(), c);
  }

  private static ParametricRungeKutta family(String name) {
    List<FreeParameter> parameters = new ArrayList<>();
    Matcher declared = PARAMETER.matcher(Float64.scheme(name).definition(Coefficients.FAMILY));
    while (declared.find()) {
      parameters.add(
          new FreeParameter(
              declared.group(1),
              exact(declared.group(2)),
              exact(declared.group(3)),
              exact(declared.group(4))));
    }
    return TableauParser.parseFamily(
            name,
            Float64.scheme(name).facts().order(),
            Float64.scheme(name).facts().text(),
            parameters)
        .value()
        .orElseThrow();
  }

  private static Exact exact(String text) {
    String[] parts = text.split("/", -1);
    return Exact.of(Long.parseLong(parts[0]), parts.length == 1 ? 1 : Long.parseLong(parts[1]));
  }
}
