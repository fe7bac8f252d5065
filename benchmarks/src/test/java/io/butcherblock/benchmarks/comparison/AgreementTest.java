package io.butcherblock.benchmarks.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertEquals("the image: differs from ours by 2.0, more than 1.0", refusal(new float[] {3}, 1));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsToldAsThat(float value) {
    String message = "the image: not finite on this processor, but " + value;
    assertEquals(message, refusal(new float[] {value}, 1));
    assertEquals(message, refusal(new float[] {1, value, 5}, 1, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void nothingIsComparedWithWhatIsNotFinite(float value) {
    assertEquals(
        "Ours computes " + value + " in the image; nothing was measured.",
        assertThrows(IllegalStateException.class, () -> new Agreement("the image", 1, value))
            .getMessage());
  }

  @Test
  void otherSizesAreRefused() {
    assertEquals("it computes 2 numbers of the image, ours 1", refusal(new float[] {1, 2}, 1));
  }

  private static String refusal(float[] values, float... expected) {
    return assertThrows(DisagreementException.class, () -> check(values, expected)).getMessage();
  }

  private static double check(float[] values, float... expected) {
    return new Agreement("the image", expected).check(values, 1);
  }
}
