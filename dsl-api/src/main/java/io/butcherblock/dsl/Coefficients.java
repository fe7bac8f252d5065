package io.butcherblock.dsl;

/** Whether a network trains the coefficients of its scheme. */
public enum Coefficients {
  /**
   * Each coefficient of the scheme other than 0 and 1 is a parameter of each block, with the
   * scheme's number as its initial value.
   */
  TRAINABLE,
  /** The scheme's numbers are constants: training does not change them. */
  FROZEN
}
