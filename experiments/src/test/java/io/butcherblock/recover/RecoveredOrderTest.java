package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.ProgramWriter;
import io.butcherblock.program.Term;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The order of a network, whatever kind of method its blocks are. */
class RecoveredOrderTest {

  private static NetworkSpec spec(String network, int blocks) {
    return Catalogue.onClassPath().network(network).withSize(blocks, 4);
  }

  /** C_2 = 1/2 - b_1 (-1) = 1/2 + b_1 of y[n+1] = y[n] + b_0 h f[n] + b_1 h f[n-1]. */
  @Test
  void recurrencesHaveTheirOrder() {
    NetworkSpec spec = spec("oisr-ab2-s", 2);
    assertOrders(2, 2, spec, List.of(Map.of(), Map.of("scale1", 1.5, "scale2", -0.5)));
    assertOrders(2, 1, spec, List.of(Map.of(), Map.of("scale1", 1.25, "scale2", -0.25)));
    assertOrders(2, 0, spec, List.of(Map.of(), Map.of("scale1", 1.5, "scale2", -0.25)));
  }

  /** q0 + scale1 l1, and q1 = q0 + scale1 l1 + scale2 l2; p1 = p0 + k1 in any case. */
  @Test
  void partitionedSchemesHaveTheirOrder() {
    NetworkSpec spec = spec("oisr-verlet-s", 1);
    assertOrders(2, 2, spec, List.of(Map.of("scale1", 0.5, "scale2", 0.5)));
    assertOrders(2, 1, spec, List.of(Map.of("scale1", 0.25, "scale2", 0.75)));
    assertOrders(2, 0, spec, List.of(Map.of("scale1", 0.5, "scale2", 0.25)));
  }

  /** y1 = y0 + scale1 k1 + k2 + scale2 k3, k1 and k3 being of g and k2 of f. */
  @Test
  void additiveSchemesHaveTheirOrder() {
    NetworkSpec spec = additive("macaron");
    RecoveredNetwork network =
        assertOrders(1, 1, spec, List.of(Map.of("scale1", 0.75, "scale2", 0.25)));
    assertTrue(network.parts().isEmpty());
    assertTrue(network.recurrences().isEmpty());
    assertTrue(network.partitioned().isEmpty());
    assertOrders(1, 0, spec, List.of(Map.of("scale1", 0.5, "scale2", 0.25)));
    assertOrders(1, 1, additive("lie-trotter"), List.of(Map.of()));
    NetworkSpec heun = additive("strang-heun");
    Map<String, Double> declared =
        heun.program().coefficients().stream()
            .collect(Collectors.toMap(Coefficient::name, Coefficient::value));
    assertOrders(2, 2, heun, List.of(declared));
  }

  private static NetworkSpec additive(String scheme) {
    return spec("oisr-metaformer-s", 1)
        .withScheme(Catalogue.onClassPath().schemes().get(scheme))
        .withCoefficients(Coefficients.TRAINABLE);
  }

  /** Ralston's 2/3 to eight decimals: sum b_i c_i is 1/2 + 2.5e-9. */
  @Test
  void whatRoundedCoefficientsMissIsNoDrift() {
    NetworkSpec spec = spec("oisr-rk2-s", 1).withScheme(new RoundedRalston());
    RecoveredNetwork network = assertOrders(2, 2, spec, List.of(Map.of()));
    assertEquals(2.5e-9, network.declaredResidual(2).size(), 1e-15);
  }

  private static RecoveredNetwork assertOrders(
      int declared, int held, NetworkSpec spec, List<Map<String, Double>> blocks) {
    RecoveredNetwork network = RecoveredNetwork.of(new TrainedCoefficients(spec, blocks));
    assertEquals(declared, network.declaredOrder());
    assertEquals(held, network.order());
    return network;
  }

  private static final class RoundedRalston implements OdeScheme {

    @Override
    public SchemeFacts facts() {
      return SchemeFacts.builder("rounded-ralston")
          .declaredBy(RoundedRalston.class.getName())
          .family(new SchemeFamily.RungeKutta(2))
          .order(2)
          .tolerance("1e-8")
          .text("0 |\n0.66666667 | 0.66666667\n--+--\n  | 1/4 3/4")
          .stability(
              new SchemeStability(
                  "R(z) = 1/2 z^2 + z + 1",
                  List.of(List.of(-1.0, 1.0), List.of(-1.0), List.of(-0.5)),
                  2,
                  0))
          .build();
    }

    @Override
    public String definition(Coefficients coefficients) {
      return "0 | ; 0.66666667 | 0.66666667 ; | 1/4, 3/4";
    }

    @Override
    public BlockProgram program(Coefficients coefficients) {
      return new ProgramWriter()
          .evaluate("k1", 1, "y0")
          .combine("stage2", Term.of("y0"), Term.of("0.66666667", 0.66666667, "k1"))
          .evaluate("k2", 2, "stage2")
          .combine("y1", Term.of("y0"), Term.of("1/4", 0.25, "k1"), Term.of("3/4", 0.75, "k2"))
          .returning("y1", List.of());
    }

    @Override
    public OdeBlock newBlock(BlockParts parts, Coefficients coefficients) {
      throw new UnsupportedOperationException("It is not run.");
    }
  }
}
