package io.butcherblock.train;

/**
 * Which level of a run is trained, and since when.
 *
 * @param level the number of the level, from 0: that of the fewest blocks
 * @param step the number of optimizer steps done when it was begun
 */
public record LevelStart(int level, long step) {

  /** The beginning of a run. */
  public static final LevelStart FIRST = new LevelStart(0, 0);
}
