package io.butcherblock.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunDescriptionTest {

  @Test
  void ofAnotherNetworkOnlyTheDifferencesAreTold() {
    assertEquals(
        "The run in runs/a was begun with scale 2, blocks 4, not scale 3, blocks 1; give the same"
            + " network and size, or another output folder.",
        assertThrows(
                ButcherblockException.class,
                () -> of(1, 3).after(of(4, 2), Path.of("runs/a"), List.of()))
            .getMessage());
  }

  private static RunDescription of(int blocks, int scale) {
    return new RunDescription(
        WeightsInfo.of(EulerForTests.network(blocks, 8), scale).toMap(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }
}
