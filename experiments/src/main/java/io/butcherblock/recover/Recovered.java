package io.butcherblock.recover;

/**
 * One part of a network, a block or all blocks together, as it was declared and as it was trained.
 *
 * @param number of the block in its network, from 1; 1 for all blocks together
 */
public record Recovered(int number, BlockTableau declared, BlockTableau trained) {

  private static final double ROUNDING = 1e-9;

  /**
   * How many steps h it was declared to take; 0 where it is not consistent as declared, so that no
   * order conditions can be asked for: a stage, or the result, has another share of the input than
   * 1, or the weights do not sum to a whole number.
   */
  public int steps() {
    long steps = Math.round(declared.length());
    boolean isConsistent =
        declared.distanceOfInput() <= ROUNDING
            && steps >= 1
            && Math.abs(declared.length() - steps) <= ROUNDING * steps;
    return isConsistent ? Math.toIntExact(steps) : 0;
  }
}
