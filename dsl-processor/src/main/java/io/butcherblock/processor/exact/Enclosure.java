package io.butcherblock.processor.exact;

import java.math.BigInteger;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/** An interval, of the ends {@code low / denominator} and {@code high / denominator}. */
record Enclosure(BigInteger low, BigInteger high, BigInteger denominator) {

  private static final int FIRST_BITS = 64;

  /** An interval that holds a sum, from the first bits of its roots behind the point. */
  static Enclosure of(RootSum sum, int bits) {
    BigInteger low = BigInteger.ZERO;
    BigInteger high = BigInteger.ZERO;
    for (Map.Entry<BigInteger, BigInteger> term : sum.numerators().entrySet()) {
      BigInteger d = term.getKey();
      BigInteger n = term.getValue();
      BigInteger floor = n.multiply(RootBits.floor(d, bits));
      BigInteger ceiling = d.equals(BigInteger.ONE) ? floor : floor.add(n);
      low = low.add(floor.min(ceiling));
      high = high.add(floor.max(ceiling));
    }
    return new Enclosure(low, high, sum.denominator().shiftLeft(bits));
  }

  /** The sign of a sum that is not 0; since it is not, some enclosure leaves 0 out. */
  static int signum(RootSum sum) {
    int bits = FIRST_BITS;
    Enclosure enclosure = of(sum, bits);
    while (enclosure.low.signum() != enclosure.high.signum()) {
      bits *= 2;
      enclosure = of(sum, bits);
    }
    return enclosure.low.signum();
  }

  /**
   * The double nearest to an irrational sum. The points where rounding changes are rational, so
   * some enclosure leaves them out.
   */
  static double doubleValue(RootSum sum) {
    int bits = FIRST_BITS;
    Enclosure enclosure = of(sum, bits);
    while (enclosure.doubleOf(enclosure.low) != enclosure.doubleOf(enclosure.high)) {
      bits *= 2;
      enclosure = of(sum, bits);
    }
    return enclosure.doubleOf(enclosure.high);
  }

  private double doubleOf(BigInteger end) {
    return BigFraction.of(end, denominator).doubleValue();
  }
}
