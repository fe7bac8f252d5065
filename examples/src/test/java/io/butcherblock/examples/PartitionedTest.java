package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.NoGradGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated blocks of partitioned schemes integrate separable Hamiltonian systems as is proved of
 * them: with the stated order, without drift of the energy where they are symplectic, and backwards
 * where they are symmetric.
 */
class PartitionedTest {

  static List<String> names() {
    return Catalogue.onClassPath().schemes().values().stream()
        .map(OdeScheme::facts)
        .filter(facts -> facts.family() instanceof SchemeFamily.Partitioned)
        .map(SchemeFacts::name)
        .toList();
  }

  /** The pendulum p' = -sin q, q' = p, of energy p^2/2 - cos q. */
  private static double energy(double[] pq) {
    return pq[0] * pq[0] / 2 - Math.cos(pq[1]);
  }

  /** The two halves behind some blocks. */
  private static double[] pendulum(
      String name, double h, int blocks, Coefficients coefficients, double p, double q) {
    OdeScheme scheme = Float64.scheme(name);
    Set<Integer> ofQ = evaluationsOfQ(scheme.program(coefficients));
    double sign = scheme.definition(coefficients).endsWith("p' = -f(q), q' = g(p)") ? 1 : -1;
    try (Parameters parameters = new Parameters();
        NoGradGuard constants = new NoGradGuard()) {
      BlockChain chain =
          new BlockChain(
              scheme,
              parameters,
              new StagedVectorField((stage, x) -> ofQ.contains(stage) ? sign * Math.sin(x) : x),
              coefficients,
              h);
      return chain.halves(new double[] {p, q}, blocks);
    }
  }

  /** The numbers of the evaluations whose argument is of q, found by the plain terms of sums. */
  private static Set<Integer> evaluationsOfQ(BlockProgram program) {
    Map<Value, Value> half = new HashMap<>();
    program.inputs().forEach(input -> half.put(input, input));
    Set<Integer> ofQ = new HashSet<>();
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Instruction.Combine sum) {
        sum.terms().stream()
            .filter(Term::isUnit)
            .map(Term::value)
            .filter(half::containsKey)
            .findFirst()
            .ifPresent(y -> half.put(sum.target(), half.get(y)));
      } else if (instruction instanceof Instruction.Evaluate evaluate
          && half.get(evaluate.at()).equals(program.inputs().get(1))) {
        ofQ.add(evaluate.evaluation());
      }
    }
    return ofQ;
  }

  @ParameterizedTest
  @MethodSource("names")
  void slopeIsTheClaimedOrder(String name) {
    int order = Float64.scheme(name).facts().order();
    // The exact flow, by a method of order 10 with 400 steps.
    double[] exact = reference();
    for (Coefficients coefficients : Coefficients.values()) {
      double coarse = distance(pendulum(name, 1.0 / 32, 32, coefficients, 0.5, 1.2), exact);
      double fine = distance(pendulum(name, 1.0 / 64, 64, coefficients, 0.5, 1.2), exact);
      assertEquals(order, Math.log(coarse / fine) / Math.log(2), 0.2, name + " " + coefficients);
    }
  }

  /** By the classical method of order 4 with steps so small that its error is rounding. */
  private static double[] reference() {
    double p = 0.5;
    double q = 1.2;
    double h = 1e-4;
    for (int i = 0; i < 10_000; i++) {
      double k1 = -Math.sin(q);
      double l1 = p;
      double k2 = -Math.sin(q + h / 2 * l1);
      double l2 = p + h / 2 * k1;
      double k3 = -Math.sin(q + h / 2 * l2);
      double l3 = p + h / 2 * k2;
      double k4 = -Math.sin(q + h * l3);
      double l4 = p + h * k3;
      p += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
      q += h / 6 * (l1 + 2 * l2 + 2 * l3 + l4);
    }
    return new double[] {p, q};
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }

  /**
   * Over 10,000 steps the error of the energy of a symplectic scheme stays what it was at first.
   */
  @ParameterizedTest
  @MethodSource("names")
  void energyOfSymplecticSchemesDoesNotDrift(String name) {
    assertTrue(Float64.scheme(name).facts().proof().contains("\nsymplectic"), name);
    double begin = energy(new double[] {0.5, 1.2});
    double first = 0;
    double last = 0;
    double[] pq = {0.5, 1.2};
    for (int part = 0; part < 100; part++) {
      pq = pendulum(name, 0.1, 100, Coefficients.FROZEN, pq[0], pq[1]);
      double error = Math.abs(energy(pq) - begin);
      first = part < 20 ? Math.max(first, error) : first;
      last = part >= 80 ? Math.max(last, error) : last;
    }
    assertTrue(last < 1.5 * first, name + ": " + first + " became " + last);
  }

  @ParameterizedTest
  @CsvSource({
    "symplectic-euler, false",
    "hamiltonian-euler, false",
    "stoermer-verlet, true",
    "ruth3, false",
    "mc-lachlan-atela2, false"
  })
  void symmetricSchemesTakeStepsBack(String name, boolean symmetric) {
    assertEquals(symmetric, Float64.scheme(name).facts().proof().contains("\nsymmetric"), name);
    double[] there = pendulum(name, 0.1, 10, Coefficients.FROZEN, 0.5, 1.2);
    double[] back = pendulum(name, -0.1, 10, Coefficients.FROZEN, there[0], there[1]);
    assertEquals(symmetric, distance(back, new double[] {0.5, 1.2}) < 1e-13);
  }

  /** Hairer, Lubich, Wanner, Geometric Numerical Integration, eq. I.(1.17), written out. */
  @Test
  void stoermerVerletIsTheTextbooks() {
    double p = 0.5;
    double q = 1.2;
    double h = 0.1;
    double half = q + h / 2 * p;
    double p1 = p - h * Math.sin(half);
    double q1 = half + h / 2 * p1;
    for (Coefficients coefficients : Coefficients.values()) {
      assertArrayEquals(
          new double[] {p1, q1}, pendulum("stoermer-verlet", h, 1, coefficients, p, q), 1e-15);
    }
    List<String> lines = new ArrayList<>();
    Float64.scheme("stoermer-verlet")
        .program(Coefficients.FROZEN)
        .instructions()
        .forEach(instruction -> lines.add(instruction.toString()));
    assertEquals(3, lines.stream().filter(line -> line.contains("h f")).count(), lines::toString);
  }

  /** Chang et al., AAAI 2018, "Two-layer Hamiltonian Network", with Y for q and Z for p. */
  @Test
  void hamiltonianEulerIsThePapers() {
    double h = 0.1;
    double q1 = 1.2 + h * 0.5;
    double p1 = 0.5 - h * Math.sin(q1);
    for (Coefficients coefficients : Coefficients.values()) {
      assertArrayEquals(
          new double[] {p1, q1},
          pendulum("hamiltonian-euler", h, 1, coefficients, 0.5, 1.2),
          1e-15);
    }
  }

  /** The leapfrog's interval on the imaginary axis, omega h below 2. */
  @ParameterizedTest
  @CsvSource({"symplectic-euler, 2", "stoermer-verlet, 2"})
  void stabilityOnTheImaginaryAxis(String name, double end) {
    assertEquals(end, Float64.scheme(name).facts().stability().imaginaryInterval(), 1e-12);
  }
}
