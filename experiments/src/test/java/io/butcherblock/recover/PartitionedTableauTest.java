package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.program.BlockProgram;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recovered of declared partitioned schemes is what the compiler proved of them. */
class PartitionedTableauTest {

  static Stream<OdeScheme> schemes() {
    return Catalogue.onClassPath().schemes().values().stream()
        .filter(scheme -> scheme.facts().family() instanceof SchemeFamily.Partitioned);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void orderAndSymplecticityAreTheProvedOnes(OdeScheme scheme) {
    int order = scheme.facts().order();
    for (Coefficients coefficients : Coefficients.values()) {
      PartitionedTableau tableau = declared(scheme.program(coefficients)).orElseThrow();
      List<OrderResidual> residuals = BicoloredResiduals.largest(tableau, order + 1);
      assertEquals(order, OrderResiduals.order(residuals, OrderResiduals.DOUBLE_PRECISION));
      assertEquals(
          scheme.facts().proof().contains("\nsymplectic"),
          tableau.distanceFromSymplectic() < OrderResiduals.DOUBLE_PRECISION,
          scheme.facts().proof());
    }
  }

  @Test
  void theStagesAreThoseOfStoermerAndVerlet() {
    BlockProgram program =
        Catalogue.onClassPath().schemes().get("stoermer-verlet").program(Coefficients.FROZEN);
    assertEquals(
        """
        l1 = h g(p0)
        k1 = h f(q0 + 0.5000 l1)
        l2 = h g(p0 + k1)
        p1 = p0 + k1
        q1 = q0 + 0.5000 l1 + 0.5000 l2
        """,
        declared(program).orElseThrow().toString().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void theSignOfAHamiltonianSystemBelongsToItsStages() {
    BlockProgram program =
        Catalogue.onClassPath().schemes().get("hamiltonian-euler").program(Coefficients.FROZEN);
    assertEquals(
        """
        l1 = h g(p0)
        k1 = -h f(q0 + l1)
        p1 = p0 + k1
        q1 = q0 + l1
        """,
        declared(program).orElseThrow().toString().replace(System.lineSeparator(), "\n"));
  }

  /** b = (1/2, 1/2 + e): the condition of order 1 is missed by e, and the symplectic one too. */
  @Test
  void aDisturbedWeightIsSeen() {
    PartitionedTableau disturbed =
        new PartitionedTableau(
            List.of(List.of(0.0), List.of(1.0)),
            List.of(List.of(0.5, 0.0)),
            List.of(0.5, 0.75),
            List.of(1.0),
            List.of(true, false, true),
            /* hamiltonian= */ false);
    OrderResidual first = BicoloredResiduals.largest(disturbed, 1).get(0);
    assertEquals(0.25, first.residual(), 1e-15);
    assertEquals("p: sum b_i = 1", first.equation());
    assertEquals(0, disturbed.distanceFromSymplectic(), 1e-15);
    PartitionedTableau other =
        new PartitionedTableau(
            List.of(List.of(0.0), List.of(0.9)),
            disturbed.ofP(),
            List.of(0.5, 0.5),
            List.of(1.0),
            disturbed.sequence(),
            /* hamiltonian= */ false);
    assertEquals(0.05, other.distanceFromSymplectic(), 1e-15);
    PartitionedTableau ofTheFirst =
        new PartitionedTableau(
            List.of(List.of(0.1), List.of(1.0)),
            disturbed.ofP(),
            List.of(0.5, 0.5),
            List.of(1.0),
            disturbed.sequence(),
            /* hamiltonian= */ false);
    assertEquals(0.05, ofTheFirst.distanceFromSymplectic(), 1e-15);
  }

  @Test
  void anOrdinaryBlockIsNoPartitionedScheme() {
    for (String name : List.of("heun", "carried-leapfrog")) {
      OdeScheme scheme = Catalogue.onClassPath().schemes().get(name);
      assertTrue(declared(scheme.program(Coefficients.FROZEN)).isEmpty(), name);
    }
  }

  private static Optional<PartitionedTableau> declared(BlockProgram program) {
    return PartitionedTableau.of(program, FactorValues.declared(program));
  }
}
