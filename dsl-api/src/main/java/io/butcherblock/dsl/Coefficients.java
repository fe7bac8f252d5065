package io.butcherblock.dsl;

/** Whether a network trains the coefficients of its scheme. */
public enum Coefficients {
  /**
   * Each coefficient of the scheme other than 0 and 1 is a parameter of each block, with the
   * scheme's number as its initial value.
   */
  TRAINABLE,
  /** The scheme's numbers are constants: training does not change them. */
  FROZEN,
  /**
   * The free parameters of a family of schemes are parameters of each block, with their start as
   * initial value. All coefficients are computed from them, so that training stays within the
   * family, and what the compiler proved for all of it holds after every step.
   */
  FAMILY
}
