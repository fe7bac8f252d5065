package io.butcherblock.processor.fixit;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Spelling;
import java.util.Locale;
import java.util.Optional;

/**
 * What is advised where the correction of one number of a tableau, or the exchange of two, makes
 * everything hold.
 */
final class Correction {

  private Correction() {}

  /**
   * The advice, a sentence; empty where rounding alone may explain the difference.
   *
   * @param scheme the tableau, or another form, in which it stands
   * @param right the number that was meant
   * @param written the number as it stands
   * @param what its name: {@code the weight of stage 2}
   * @param order the one that holds then
   */
  static Optional<String> text(
      RungeKutta scheme, Exact right, Exact written, String what, int order) {
    if (scheme.tolerance().isRounding(right.minus(written))) {
      return Optional.empty();
    }
    Spelling spelling = scheme.notation().spelling();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "With %s%s instead of %s as %s, all conditions of order %d hold%s.",
            scheme.tolerance().isNone() ? "" : "about ",
            scheme.tolerance().isNone()
                ? spelling.inPlaceOf(written, right)
                : ShortText.decimal(right).orElseGet(() -> ShortText.entry(right)),
            spelling.of(written),
            what,
            order,
            scheme.tolerance().suffix()));
  }

  /**
   * The advice to exchange two numbers, a sentence.
   *
   * @param scheme the tableau, or another form, in which they stand
   * @param what their names: {@code a_32 and a_31}
   * @param order the one that holds then
   */
  static String ofExchange(RungeKutta scheme, String what, int order) {
    return String.format(
        Locale.ROOT,
        "With %s exchanged, all conditions of order %d hold%s.",
        what,
        order,
        scheme.tolerance().suffix());
  }
}
