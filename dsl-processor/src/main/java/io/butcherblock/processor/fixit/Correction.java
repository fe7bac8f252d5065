package io.butcherblock.processor.fixit;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Spelling;
import java.util.Locale;

/** What is advised where the correction of one number of a tableau makes everything hold. */
final class Correction {

  private Correction() {}

  /**
   * The advice, a sentence.
   *
   * @param spelling how numbers are written
   * @param right the number that was meant
   * @param written the number as it stands
   * @param what its name: {@code the weight of stage 2}
   * @param order the one that holds then
   */
  static String text(Spelling spelling, Exact right, Exact written, String what, int order) {
    return String.format(
        Locale.ROOT,
        "With %s instead of %s as %s, all conditions of order %d hold.",
        spelling.inPlaceOf(written, right),
        spelling.of(written),
        what,
        order);
  }
}
