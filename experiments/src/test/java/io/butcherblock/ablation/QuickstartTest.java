package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.nn.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  @Test
  void allNetworksEvaluateTheVectorFieldTwelveTimes() {
    List<Candidate> candidates = Quickstart.candidates(Catalogue.onClassPath());
    assertEquals(
        List.of("Euler, 12 x 16", "Leapfrog, 3 x 16", "Heun, 6 x 16", "RK3, 4 x 16"),
        candidates.stream().map(Candidate::caption).toList());
    for (Candidate each : candidates) {
      assertEquals(12, each.spec().blocks() * each.spec().program().evaluations(), each.title());
      assertEquals("gv2", each.spec().vectorField().name());
    }
  }
}
