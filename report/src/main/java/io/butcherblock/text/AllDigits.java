package io.butcherblock.text;

/** Numbers as text with all digits. */
public final class AllDigits {

  private AllDigits() {}

  /** A number with all digits, and without a fraction if it is whole. */
  public static String of(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
