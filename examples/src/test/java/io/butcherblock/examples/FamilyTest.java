package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.BlockModule;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Families of schemes: their members, and what training leaves of the order conditions. */
class FamilyTest {

  private static final Catalogue CATALOGUE = Catalogue.onClassPath();

  static List<String> families() {
    return CATALOGUE.schemes().values().stream()
        .filter(OdeScheme::hasFreeParameters)
        .map(scheme -> scheme.facts().name())
        .toList();
  }

  @Test
  void thereAreTenFamilies() {
    assertTrue(families().size() >= 10, () -> "only " + families());
  }

  /** Weights of members as textbooks print them. */
  @ParameterizedTest
  @CsvSource({
    "rk2-family, a=0.5, 0 1",
    "rk2-family, a=0.66666666666666667, 0.25 0.75",
    "rk2-family, a=1, 0.5 0.5",
    // Ralston, Kutta, Heun.
    "rk3-family, u=0.5 v=0.75, 0.22222222222222222 0.33333333333333333 0.44444444444444444",
    "rk3-family, u=0.5 v=1, 0.16666666666666667 0.66666666666666667 0.16666666666666667",
    "rk3-family, u=0.33333333333333333 v=0.66666666666666667, 0.25 0 0.75",
    "rk3-double-family, w=0.375, 0.25 0.375 0.375",
    // The 3/8-rule, and Ralston's method of 1962 with its rounded weights.
    "rk4-family, u=0.33333333333333333 v=0.66666666666666667, 0.125 0.375 0.375 0.125",
    "rk4-family, u=0.4 v=0.45573725421878944, 0.17476028 -0.55148066 1.20553560 0.17118478",
    // The classical method, and Gill's.
    "rk4-double-family, w=0.33333333333333333, "
        + "0.16666666666666667 0.33333333333333333 0.33333333333333333 0.16666666666666667",
    "rk4-double-family, w=0.56903559372884919, "
        + "0.16666666666666667 0.09763107293781749 0.56903559372884919 0.16666666666666667",
    // Adams and Bashforth, Nystroem: of y[n], y[n-1], f[n], f[n-1], f[n-2].
    "lmm2-family, k=0, 1 0 1.5 -0.5",
    "lmm2-family, k=1, 0 1 2 0",
    "lmm3-family, k=0, 1 0 1.9166666666666667 -1.3333333333333333 0.41666666666666667",
    "lmm3-family, k=1, 0 1 2.3333333333333333 -0.66666666666666667 0.33333333333333333"
  })
  void membersAreThoseOfTextbooks(String name, String values, String numbers) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (String value : values.split(" ", -1)) {
      String[] parts = value.split("=", -1);
      parameters.put(parts[0], Double.parseDouble(parts[1]));
    }
    OdeScheme scheme = CATALOGUE.schemes().get(name);
    String text = scheme.facts().text();
    for (Map.Entry<String, Double> parameter : parameters.entrySet()) {
      text = text.replaceAll("\\b" + parameter.getKey() + "\\b", "" + parameter.getValue());
    }
    double[] expected =
        Arrays.stream(numbers.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    double[] actual = Textbook.coefficients(text);
    assertArrayEquals(expected, actual, 1e-8, () -> Arrays.toString(actual));
  }

  /** Wherever training might go, the order conditions hold. */
  @ParameterizedTest
  @MethodSource("families")
  void conditionsHoldForAnyValues(String name) {
    OdeScheme scheme = CATALOGUE.schemes().get(name);
    SplittableRandom random = new SplittableRandom(3);
    for (int attempt = 0; attempt < 20; attempt++) {
      try (Parameters parameters = new Parameters()) {
        int spread = 1 + attempt;
        RecoveredScheme.Result result =
            RecoveredScheme.of(
                scheme,
                parameters,
                made ->
                    made.byName()
                        .values()
                        .forEach(logit -> fill(logit, spread * (2 * random.nextDouble() - 1))));
        assertTrue(result.residual() < 1e-11, name + ": " + result);
      }
    }
  }

  private static void fill(Tensor logit, double value) {
    try (NoGradGuard guard = new NoGradGuard();
        Scalar scalar = new Scalar(value)) {
      logit.fill_(scalar);
    }
  }

  /** 200 steps of Adam move the parameter, and leave the order conditions where they are. */
  @Test
  void trainingKeepsTheOrder() {
    OdeScheme scheme = CATALOGUE.schemes().get("rk3-family");
    try (PointerScope scope = new PointerScope()) {
      torch.manual_seed(11);
      BlockModule block =
          new BlockModule(
              scheme,
              CATALOGUE.vectorFields().get("gv2"),
              4,
              WeightSharing.SHARED,
              1,
              Coefficients.FAMILY);
      Tensor x = torch.randn(2, 4, 8, 8);
      Tensor target = torch.sin(x);
      Adam optimizer = new Adam(block.parameters(), new AdamOptions(0.02));
      for (int step = 0; step < 200; step++) {
        try (PointerScope inner = new PointerScope()) {
          optimizer.zero_grad();
          Tensor loss = torch.mse_loss(block.forward(x), target);
          loss.backward();
          optimizer.step();
        }
      }
      Map<String, Double> logits = new LinkedHashMap<>();
      var named = block.named_parameters();
      for (long i = 0; i < named.size(); i++) {
        String key = named.get(i).key().getString();
        if (key.equals("u") || key.equals("v")) {
          logits.put(key, (double) named.get(i).value().item_float());
        }
      }
      BlockProgram program = scheme.program(Coefficients.FAMILY);
      program
          .coefficients()
          .forEach(
              parameter ->
                  assertTrue(
                      Math.abs(logits.get(parameter.name()) - parameter.value()) > 0.05,
                      logits::toString));
      try (Parameters parameters = new Parameters()) {
        RecoveredScheme.Result result =
            RecoveredScheme.of(
                scheme,
                parameters,
                made -> logits.forEach((name, value) -> fill(made.byName().get(name), value)));
        assertTrue(result.residual() < 1e-6, result::toString);
        // Which scheme it is has changed.
        assertTrue(Math.abs(result.abscissae().get(1) - 0.5) > 1e-3, result::toString);
      }
    }
  }

  /** Each coefficient of a program is what its formula gives at the start, and a free one. */
  @ParameterizedTest
  @MethodSource("families")
  void formulasGiveTheMemberAtTheStart(String name) {
    OdeScheme scheme = CATALOGUE.schemes().get(name);
    Map<String, double[]> declared = Members.parameters(scheme);
    List<Formula> formulas = new ArrayList<>();
    scheme.program(Coefficients.FAMILY).instructions().stream()
        .flatMap(instruction -> instruction.terms().stream())
        .filter(term -> term.factor() instanceof Factor.Derived)
        .forEach(term -> formulas.add(((Factor.Derived) term.factor()).formula()));
    assertTrue(!formulas.isEmpty());
    for (Formula formula : formulas) {
      String text = formula.text();
      for (Map.Entry<String, double[]> parameter : declared.entrySet()) {
        text =
            text.replaceAll(
                "\\b" + parameter.getKey() + "\\b", "(" + parameter.getValue()[2] + ")");
      }
      double expected = Textbook.number(text.replaceAll("(?<=[0-9)]) (?=[0-9(])", "*"));
      double actual =
          formula.value(
              key -> {
                double[] ends = declared.get(key);
                return Math.log((ends[2] - ends[0]) / (ends[1] - ends[2]));
              });
      assertEquals(expected, actual, 1e-12, formula::text);
    }
  }

  @Test
  void aSchemeWithoutParametersHasNoneToTrain() {
    NetworkSpec network = CATALOGUE.networks().get("oisr-rk3");
    assertEquals(
        "The scheme kutta3 has no free parameters to train. Choose trainable or frozen"
            + " coefficients, or a scheme with free parameters.",
        assertThrows(
                ButcherblockException.class, () -> network.withCoefficients(Coefficients.FAMILY))
            .getMessage());
  }
}
