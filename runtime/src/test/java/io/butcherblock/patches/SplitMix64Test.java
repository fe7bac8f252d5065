package io.butcherblock.patches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

  /** The JDK's generator of the same paper begins with the same constant increment. */
  @Test
  void givesTheNumbersOfTheJdksGenerator() {
    SplittableRandom jdk = new SplittableRandom(42);
    SplitMix64 ours = new SplitMix64(42);
    for (int i = 0; i < 100; i++) {
      assertEquals(jdk.nextLong(), ours.nextLong());
    }
  }

  @Test
  void numbersStayInTheirRange() {
    SplitMix64 random = SplitMix64.of(1, 2);
    boolean[] seen = new boolean[7];
    for (int i = 0; i < 1000; i++) {
      seen[random.nextInt(7)] = true;
      double value = random.nextDouble();
      assertTrue(value >= 0 && value < 1);
    }
    for (boolean each : seen) {
      assertTrue(each);
    }
    assertNotEquals(SplitMix64.of(1, 2).nextLong(), SplitMix64.of(2, 1).nextLong());
  }

  /** A mean of 1000 such numbers has a standard deviation of 3 / sqrt(12000), some 0.03. */
  @Test
  void uniformNumbersFillTheirRange() {
    SplitMix64 random = new SplitMix64(5);
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      double number = random.uniform(2, 5);
      assertTrue(number >= 2 && number < 5, () -> "" + number);
      sum += number;
    }
    assertEquals(3.5, sum / 1000, 0.15);
  }
}
