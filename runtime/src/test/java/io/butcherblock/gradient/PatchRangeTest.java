package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatchRangeTest {

  @Test
  void everyPatchIsInOnePart() {
    assertEquals(
        List.of(new PatchRange(0, 3), new PatchRange(3, 3), new PatchRange(6, 4)),
        PatchRange.divide(10, 3));
    assertEquals(List.of(new PatchRange(0, 16)), PatchRange.divide(16, 1));
    assertEquals(List.of(new PatchRange(0, 1), new PatchRange(1, 1)), PatchRange.divide(2, 2));
  }
}
