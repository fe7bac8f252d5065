package io.butcherblock.program;

/**
 * A tensor of feature maps, by name.
 *
 * @param name such as {@code y0}, {@code k1} or {@code stage2} in a block program, and {@code
 *     body.3/stage2} in the graph of a network
 */
public record Value(String name) {

  /** The input y of a block, which belongs to the caller of the block. */
  public static final Value INPUT = new Value("y0");

  @Override
  public String toString() {
    return name;
  }
}
