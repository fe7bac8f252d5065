package io.butcherblock.data;

import io.butcherblock.image.Image;

/**
 * A low-resolution image and its original, without alpha.
 *
 * @param lr the low-resolution image
 * @param hr the original, exactly scale times as wide and high, with as many channels
 */
public record DecodedPair(Image lr, Image hr) {

  /** Data sets have 8 bits, as the benchmarks do: samples of 16 are rounded. */
  public DecodedPair {
    lr = lr.to8Bits();
    hr = hr.to8Bits();
  }

  /** Converts both images to three channels; grey is repeated in each. */
  public DecodedPair toRgb() {
    return new DecodedPair(lr.toRgb(), hr.toRgb());
  }

  /** The memory that the samples of both images take, in bytes. */
  public long bytes() {
    return bytes(lr) + bytes(hr);
  }

  private static long bytes(Image image) {
    return (long) image.width() * image.height() * image.channels() * (image.bits() / Byte.SIZE);
  }
}
