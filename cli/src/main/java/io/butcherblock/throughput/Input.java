package io.butcherblock.throughput;

/**
 * What a network is given at once.
 *
 * @param images how many
 * @param width of each in low-resolution pixels
 * @param height of each in low-resolution pixels
 */
public record Input(int images, int width, int height) {

  /** Low-resolution pixels of all images together. */
  public long pixels() {
    return (long) images * width * height;
  }

  /** {@code 16 of 48x48}. */
  @Override
  public String toString() {
    return images + " of " + width + "x" + height;
  }
}
