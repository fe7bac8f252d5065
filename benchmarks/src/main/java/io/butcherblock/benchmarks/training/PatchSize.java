package io.butcherblock.benchmarks.training;

/**
 * The size of a batch.
 *
 * @param side of a low-resolution patch, in pixels
 */
record PatchSize(int count, int side) {

  long pixels() {
    return (long) count * side * side;
  }

  @Override
  public String toString() {
    return count + " patches of " + side + "x" + side;
  }
}
