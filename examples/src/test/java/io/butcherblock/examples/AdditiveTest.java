package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.program.Summand;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated blocks of additive schemes integrate y' = f(y) + g(y) with the order proved of them.
 */
class AdditiveTest {

  private static final double BEGIN = 0.7;

  static List<String> names() {
    return Catalogue.onClassPath().schemes().values().stream()
        .map(OdeScheme::facts)
        .filter(facts -> facts.family() instanceof SchemeFamily.Additive)
        .map(SchemeFacts::name)
        .toList();
  }

  private static double f(double y) {
    return Math.sin(y);
  }

  private static double g(double y) {
    return -y * y / 2;
  }

  /** The value behind some blocks. */
  private static double integrated(String name, double h, int blocks, Coefficients coefficients) {
    OdeScheme scheme = Float64.scheme(name);
    List<Summand> summands = scheme.program(coefficients).summands();
    try (Parameters parameters = new Parameters();
        NoGradGuard constants = new NoGradGuard();
        Tensor begin = Tensor.create(new double[] {BEGIN}, 1, 1, 1, 1)) {
      BlockChain chain =
          new BlockChain(
              scheme,
              parameters,
              new StagedVectorField(
                  (stage, y) -> summands.get(stage - 1) == Summand.F ? f(y) : g(y)),
              coefficients,
              h);
      try (Tensor end = chain.forward(begin, blocks)) {
        return Float64.read(end)[0];
      }
    }
  }

  /** By the classical method of order 4 with steps so small that its error is rounding. */
  private static double reference() {
    double y = BEGIN;
    double h = 1e-4;
    for (int i = 0; i < 10_000; i++) {
      double k1 = f(y) + g(y);
      double k2 = f(y + h / 2 * k1) + g(y + h / 2 * k1);
      double k3 = f(y + h / 2 * k2) + g(y + h / 2 * k2);
      double k4 = f(y + h * k3) + g(y + h * k3);
      y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    return y;
  }

  @Test
  void thereAreThree() {
    assertTrue(names().size() >= 3, () -> "only " + names());
  }

  @ParameterizedTest
  @MethodSource("names")
  void slopeIsTheClaimedOrder(String name) {
    int order = Float64.scheme(name).facts().order();
    double exact = reference();
    for (Coefficients coefficients : Coefficients.values()) {
      double coarse = Math.abs(integrated(name, 1.0 / 64, 64, coefficients) - exact);
      double fine = Math.abs(integrated(name, 1.0 / 128, 128, coefficients) - exact);
      assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.1, name + " " + coefficients);
    }
  }

  /** A step of each, written out. */
  @Test
  void theyAreTheCompositionsOfTheirNames() {
    double h = 0.1;
    for (Coefficients coefficients : Coefficients.values()) {
      double behindF = BEGIN + h * f(BEGIN);
      assertEquals(behindF + h * g(behindF), integrated("lie-trotter", h, 1, coefficients), 1e-15);
      double half = BEGIN + h / 2 * g(BEGIN);
      double behind = half + h * f(half);
      assertEquals(behind + h / 2 * g(behind), integrated("macaron", h, 1, coefficients), 1e-15);
      double first = heun(BEGIN, h / 2, false);
      double second = heun(first, h, true);
      assertEquals(
          heun(second, h / 2, false), integrated("strang-heun", h, 1, coefficients), 1e-15);
    }
  }

  private static double heun(double y, double h, boolean withF) {
    double k1 = withF ? f(y) : g(y);
    double k2 = withF ? f(y + h * k1) : g(y + h * k1);
    return y + h / 2 * (k1 + k2);
  }
}
