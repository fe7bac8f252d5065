package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.util.Collection;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scheme on the class path is usable as the scheme of a network. */
class EverySchemeTest {

  private static final Catalogue CATALOGUE = Catalogue.onClassPath();

  static Collection<String> names() {
    return CATALOGUE.schemes().keySet();
  }

  @Test
  void thereAreThirtySchemesOfOrdersUpToTen() {
    assertTrue(names().size() >= 30, () -> "only " + names());
    assertEquals(
        10, CATALOGUE.schemes().values().stream().mapToInt(s -> s.facts().order()).max().orElse(0));
  }

  @ParameterizedTest
  @MethodSource("names")
  void makesANetworkOfTheCountedSize(String name) {
    OdeScheme scheme = CATALOGUE.schemes().get(name);
    for (Coefficients coefficients : Members.choices(scheme).toList()) {
      NetworkSpec spec =
          CATALOGUE
              .networks()
              .get("oisr-lf-s")
              .withScheme(scheme)
              .withCoefficients(coefficients)
              .withSize(1, 4);
      try (SuperResolutionNetwork network =
              new SuperResolutionNetwork(spec, 2, 1, new Device("cpu"));
          Tensor lr = Tensors.of(new float[3 * 6 * 6], 1, 3, 6, 6);
          Tensor sr = network.forward(lr)) {
        assertEquals(NetworkSize.of(spec, 2).parameters(), network.parameters().count());
        for (float value : Tensors.toArray(sr)) {
          assertTrue(Float.isFinite(value));
        }
      }
    }
  }
}
