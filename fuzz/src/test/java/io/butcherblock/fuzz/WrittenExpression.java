package io.butcherblock.fuzz;

import java.math.BigInteger;

/** Makes an expression of some bytes: its text, and its value computed on the way. */
final class WrittenExpression {

  private static final int DEEPEST = 12;

  private final byte[] bytes;
  private int position;
  private int longest;

  WrittenExpression(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A text that stands for a number. */
  record Written(String text, Fraction value) {}

  /** The longest number on the way, in bits. */
  int longest() {
    return longest;
  }

  /**
   * The expression of all bytes.
   *
   * @throws ArithmeticException if it divides by zero
   */
  Written all() {
    return sum(0);
  }

  private int next() {
    return position < bytes.length ? bytes[position++] & 0xff : 0;
  }

  private Written sum(int depth) {
    Written value = product(depth);
    for (int more = next() % 3; more > 0; more--) {
      Written term = product(depth);
      value =
          next() % 2 == 0
              ? of(value.text + "+" + term.text, value.value.plus(term.value))
              : of(value.text + "-" + term.text, value.value.minus(term.value));
    }
    return value;
  }

  private Written product(int depth) {
    Written value = signed(depth);
    for (int more = next() % 3; more > 0; more--) {
      Written factor = signed(depth);
      value =
          next() % 2 == 0
              ? of(value.text + "*" + factor.text, value.value.times(factor.value))
              : of(value.text + "/" + factor.text, value.value.over(factor.value));
    }
    return value;
  }

  private Written signed(int depth) {
    int sign = next() % 4;
    Written value = primary(depth);
    Fraction zero = Fraction.of(BigInteger.ZERO);
    return sign == 0
        ? of("-" + value.text, zero.minus(value.value))
        : sign == 1 ? of("+" + value.text, value.value) : value;
  }

  private Written primary(int depth) {
    int kind = depth > DEEPEST ? 0 : next() % 6;
    if (kind == 4) {
      Written inner = sum(depth + 1);
      return of("(" + inner.text + ")", inner.value);
    }
    if (kind == 5) {
      Written inner = primary(DEEPEST + 1);
      return of("sqrt(" + inner.text + "*" + inner.text + ")", inner.value.abs());
    }
    if (kind == 3) {
      int radicand = 1 + next();
      return of(
          "(sqrt(" + radicand + ")*sqrt(" + radicand + "))",
          Fraction.of(BigInteger.valueOf(radicand)));
    }
    return decimal();
  }

  private Written decimal() {
    StringBuilder digits = new StringBuilder(String.valueOf(next()));
    for (int more = next() % 4; more > 0; more--) {
      digits.append(next());
    }
    int places = next() % 5;
    BigInteger whole = new BigInteger(digits.toString());
    if (places == 0 || places >= digits.length()) {
      return of(digits.toString(), Fraction.of(whole));
    }
    String text = digits.insert(digits.length() - places, '.').toString();
    return of(text, new Fraction(whole, BigInteger.TEN.pow(places)));
  }

  private Written of(String text, Fraction value) {
    longest = Math.max(longest, value.bits());
    return new Written(text, value);
  }
}
