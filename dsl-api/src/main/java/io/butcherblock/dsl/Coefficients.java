package io.butcherblock.dsl;

/** What a network does with the coefficients of its scheme. */
public enum Coefficients {
  /** Each coefficient other than 0 and 1 is a parameter, initialised with the scheme's number. */
  TRAINABLE,
  /** The scheme's numbers stay as they are. */
  FROZEN
}
