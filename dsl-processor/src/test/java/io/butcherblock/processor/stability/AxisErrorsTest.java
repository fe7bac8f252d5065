package io.butcherblock.processor.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.butcherblock.processor.exact.Exact;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class AxisErrorsTest {

  private static AxisErrors of(int bits) {
    Random random = new Random(bits);
    List<Exact> series =
        Stream.generate(
                () ->
                    Exact.of(
                        BigFraction.of(new BigInteger(bits, random), new BigInteger(bits, random))))
            .limit(4)
            .toList();
    return AxisErrors.of(n -> n == 0 ? Exact.ONE : series.get(n), 3);
  }

  /** To reduce their fractions takes time with the square of the length. */
  @Test
  void thoseOfLongNumbersAreUnknown() {
    assertNotEquals(AxisErrors.UNKNOWN, of(1_000));
    assertEquals(AxisErrors.UNKNOWN, of(100_000));
  }
}
