package io.butcherblock.data;

/**
 * A low-resolution image and its original, without alpha.
 *
 * @param lr the low-resolution image
 * @param hr the original, exactly scale times as wide and high, with as many channels
 */
public record DecodedPair(Image lr, Image hr) {

  /** Both images with three channels. */
  public DecodedPair toRgb() {
    return new DecodedPair(lr.toRgb(), hr.toRgb());
  }

  /** What the samples take in memory, in bytes. */
  public long bytes() {
    return (long) lr.raw().length + hr.raw().length;
  }
}
