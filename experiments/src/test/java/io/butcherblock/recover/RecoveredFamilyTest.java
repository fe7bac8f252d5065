package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.program.Coefficient;
import io.butcherblock.weights.TrainedCoefficients;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A family of schemes as trained: 0 | ; a | a ; | 1 - 1/(2 a), 1/(2 a) with a in [1/3, 1]. */
class RecoveredFamilyTest {

  /** A logit of 0 is the middle of the interval, a = 2/3; one of ln 3 three quarters, 5/6. */
  @Test
  void theOrderHoldsForEveryValueOfTheParameter() {
    NetworkSpec spec = Catalogue.onClassPath().networks().get("oisr-rk2f-s").withSize(3, 4);
    String name =
        spec.program().coefficients().stream().map(Coefficient::name).findFirst().orElseThrow();
    RecoveredNetwork network =
        RecoveredNetwork.of(
            new TrainedCoefficients(
                spec, List.of(Map.of(name, 0.0), Map.of(name, Math.log(3)), Map.of(name, -123.0))));
    BlockTableau second = network.parts().get(1).trained();
    assertEquals(5.0 / 6, second.a(1, 0), 1e-15);
    assertEquals(0.4, second.b(0), 1e-15);
    assertEquals(0.6, second.b(1), 1e-15);
    assertEquals(2, network.declaredOrder());
    assertEquals(2, network.order());
    assertTrue(network.drift().orElseThrow().residual().size() < 1e-14);
    ParameterValues parameter = network.freeParameters().get(0);
    assertEquals(2.0 / 3, parameter.start(), 1e-15);
    assertEquals(1.0 / 3, parameter.blocks().get(2), 1e-15);
  }
}
