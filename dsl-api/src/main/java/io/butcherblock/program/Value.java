package io.butcherblock.program;

/**
 * A tensor by name: feature maps in a block program, {@code y0}, {@code k1}, {@code stage2}, or
 * those of a whole network, {@code body.3/stage2}.
 */
public record Value(String name) {

  /** The block's input, which belongs to the caller. */
  public static final Value INPUT = new Value("y0");

  @Override
  public String toString() {
    return name;
  }
}
