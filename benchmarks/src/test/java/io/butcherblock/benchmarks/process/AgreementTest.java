package io.butcherblock.benchmarks.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class AgreementTest {

  @Test
  void theLargestDifferenceCounts() {
    assertEquals(0.5, check(new float[] {1, 3.5f, -2}, 1, 3, -2.25f), 1e-6);
  }

  @Test
  void valuesBeyondTheScaleAreDividedByAsMuch() {
    assertEquals(0.5, check(new float[] {-1020, 2}, -1020, 0), 1e-6);
  }

  @Test
  void whatDiffersIsNotMeasured() {
    assertEquals(
        "DJL and ours differ by 2.0 in the image, more than 1.0; nothing was measured.",
        refusal(new float[] {3}, 1));
  }

  @Test
  void notANumberIsADifference() {
    assertThrows(IllegalStateException.class, () -> check(new float[] {Float.NaN}, 1));
    assertThrows(IllegalStateException.class, () -> check(new float[] {1}, Float.NaN));
    assertThrows(IllegalStateException.class, () -> check(new float[] {Float.NaN, 1}, 1, 1));
  }

  @Test
  void otherSizesAreRefused() {
    assertEquals(
        "DJL computes 2 numbers of the image, ours 1; nothing was measured.",
        refusal(new float[] {1, 2}, 1));
  }

  private static String refusal(float[] values, float... expected) {
    return assertThrows(IllegalStateException.class, () -> check(values, expected)).getMessage();
  }

  private static double check(float[] values, float... expected) {
    return Agreement.check("the image", "DJL", values, "ours", expected, 1);
  }
}
