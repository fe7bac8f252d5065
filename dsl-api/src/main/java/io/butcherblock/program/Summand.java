package io.butcherblock.program;

/**
 * What an evaluation computes of the right-hand side of the differential equation: all of y' =
 * f(y), or one of the two summands of y' = f(y) + g(y), which an additive Runge-Kutta scheme
 * evaluates apart.
 */
public enum Summand {
  /** The whole right-hand side, f of y' = f(y). */
  ALL("f"),
  /** The first summand, f of y' = f(y) + g(y). */
  F("f"),
  /** The second summand, g of y' = f(y) + g(y). */
  G("g");

  private final String letter;

  Summand(String letter) {
    this.letter = letter;
  }

  /** How it is written: {@code f} or {@code g}. */
  public String letter() {
    return letter;
  }
}
