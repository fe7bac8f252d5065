package io.butcherblock.processor.model;

import java.math.BigInteger;

/** Two numbers of different fields Q(sqrt d) met in one operation. */
public final class MixedRadicalsException extends ArithmeticException {

  private static final long serialVersionUID = 1L;

  private final BigInteger first;
  private final BigInteger second;

  MixedRadicalsException(BigInteger first, BigInteger second) {
    super("sqrt(" + first + ") and sqrt(" + second + ")");
    this.first = first;
    this.second = second;
  }

  /** The radicand of the left operand. */
  public BigInteger first() {
    return first;
  }

  /** The radicand of the right operand. */
  public BigInteger second() {
    return second;
  }
}
