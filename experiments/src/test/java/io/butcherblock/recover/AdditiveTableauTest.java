package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.program.BlockProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Additive schemes as they are recovered, and their order conditions. */
class AdditiveTableauTest {

  private static final double ROUNDING = OrderResiduals.DOUBLE_PRECISION;

  /** The numbers of rooted trees with nodes of two colors (OEIS A038055). */
  @Test
  void allTreesAreThereOnce() {
    assertEquals(
        List.of(2L, 4L, 14L, 52L, 214L, 916L),
        Tree.coloredUpTo(AdditiveResiduals.HIGHEST).stream()
            .map(trees -> trees.stream().map(Tree::differential).distinct().count())
            .toList());
  }

  static Stream<OdeScheme> schemes() {
    return Catalogue.onClassPath().schemes().values().stream()
        .filter(scheme -> scheme.facts().family() instanceof SchemeFamily.Additive);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void theOrderIsTheProvedOne(OdeScheme scheme) {
    int order = scheme.facts().order();
    for (Coefficients coefficients : Coefficients.values()) {
      AdditiveTableau tableau = declared(scheme.program(coefficients));
      assertEquals(order, OrderResiduals.order(tableau.residuals(order + 1), ROUNDING));
    }
  }

  @Test
  void theStagesAreThoseOfTheMacaronNet() {
    assertEquals(
        """
        k1 = h g(y0)
        k2 = h f(y0 + 0.5000 k1)
        k3 = h g(y0 + 0.5000 k1 + k2)
        y1 = y0 + 0.5000 k1 + k2 + 0.5000 k3
        """,
        declared(frozen("macaron")).toString().replace(System.lineSeparator(), "\n"));
  }

  /** f at y0 and g at y0 + h f: all elementary weights but those of f, g, g'f, g''(f, f) are 0. */
  @Test
  void theResidualsOfLieAndTrotterAreThoseByHand() {
    List<List<OrderResidual>> residuals = AdditiveResiduals.all(declared(frozen("lie-trotter")), 3);
    assertEquals(Map.of("f", 0.0, "g", 0.0), byDifferential(residuals.get(0)));
    assertEquals(
        Map.of("f'f", -0.5, "f'g", -0.5, "g'f", 0.5, "g'g", -0.5),
        byDifferential(residuals.get(1)));
    Map<String, Double> third = byDifferential(residuals.get(2));
    assertEquals(14, third.size());
    third.forEach(
        (differential, residual) -> {
          double right = differential.contains("''") ? 1 / 3.0 : 1 / 6.0;
          double left = differential.equals("g''(f, f)") ? 1 : 0;
          assertEquals(left - right, residual, ROUNDING, differential);
        });
    assertEquals(
        "elementary weight of g''(f, f) = 1/3",
        OrderResidual.largest(residuals.get(2).stream()).equation());
  }

  /** y1 = y0 + s k1 + k2 + t k3 with s = 1/2 + d, t = 1/2 - d: the weight of g'g is s t. */
  @Test
  void halfStepsOfDifferentLengthAreOneStepTogether() {
    double d = 0.125;
    Map<String, Double> trained = Map.of("scale1", 0.5 + d, "scale2", 0.5 - d);
    BlockProgram program =
        Catalogue.onClassPath().schemes().get("macaron").program(Coefficients.TRAINABLE);
    AdditiveTableau tableau = AdditiveTableau.of(program, FactorValues.of(trained)).orElseThrow();
    List<List<OrderResidual>> residuals = AdditiveResiduals.all(tableau, 2);
    assertEquals(Map.of("f", 0.0, "g", 0.0), byDifferential(residuals.get(0)));
    assertEquals(
        Map.of("f'f", -0.5, "f'g", d, "g'f", -d, "g'g", -0.25 - d * d),
        byDifferential(residuals.get(1)));
    assertEquals(1, OrderResiduals.order(tableau.residuals(2), ROUNDING));
  }

  @Test
  void strangsSplittingWithHeunsMethodMissesAllConditionsOfOrderThree() {
    List<List<OrderResidual>> residuals = AdditiveResiduals.all(declared(frozen("strang-heun")), 3);
    assertTrue(residuals.get(1).stream().allMatch(residual -> residual.size() <= ROUNDING));
    assertEquals(14, residuals.get(2).size());
    assertTrue(residuals.get(2).stream().allMatch(residual -> residual.size() > ROUNDING));
  }

  /**
   * The classical method of order 4, each stage being one evaluation of f and one of g. Its sum b_i
   * c_i^4 is 5/24.
   */
  @Test
  void oneMethodForBothFunctionsHasItsOrder() {
    double[][] classical = {{0, 0, 0, 0}, {0.5, 0, 0, 0}, {0, 0.5, 0, 0}, {0, 0, 1, 0}};
    double[] weights = {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0};
    List<Boolean> ofF = new ArrayList<>();
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : classical) {
      for (boolean each : new boolean[] {true, false}) {
        ofF.add(each);
        rows.add(twice(row));
      }
    }
    AdditiveTableau tableau = new AdditiveTableau(ofF, rows, twice(weights));
    assertEquals(4, OrderResiduals.order(tableau.residuals(5), ROUNDING));
    Map<String, Double> fifth = byDifferential(AdditiveResiduals.all(tableau, 5).get(4));
    assertEquals(5 / 24.0 - 1 / 5.0, fifth.get("f''''(f, f, g, g)"), ROUNDING);
  }

  private static List<Double> twice(double[] row) {
    List<Double> twice = new ArrayList<>();
    for (double number : row) {
      twice.add(number);
      twice.add(number);
    }
    return twice;
  }

  @Test
  void aBlockForOneFunctionIsNoAdditiveScheme() {
    for (String name : List.of("heun", "stoermer-verlet", "carried-leapfrog")) {
      BlockProgram program = frozen(name);
      assertTrue(AdditiveTableau.of(program, FactorValues.declared(program)).isEmpty(), name);
    }
  }

  private static Map<String, Double> byDifferential(List<OrderResidual> residuals) {
    return residuals.stream()
        .collect(
            Collectors.toMap(
                residual -> residual.condition().replace("elementary weight of ", ""),
                OrderResidual::residual));
  }

  private static BlockProgram frozen(String scheme) {
    return Catalogue.onClassPath().schemes().get(scheme).program(Coefficients.FROZEN);
  }

  private static AdditiveTableau declared(BlockProgram program) {
    return AdditiveTableau.of(program, FactorValues.declared(program)).orElseThrow();
  }
}
