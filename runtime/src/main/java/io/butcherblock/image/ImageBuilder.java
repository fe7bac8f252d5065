package io.butcherblock.image;

/**
 * Makes an image of values that come part by part, such as the tiles of a network's output.
 *
 * <p>Not safe for several threads at the same time.
 */
public final class ImageBuilder {

  private final int width;
  private final int height;
  private final int channels;
  private final Samples samples;

  /**
   * Begins with an image that is black.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param channels 1 (grey) or 3 (red, green, blue)
   * @param bits of a sample, 8 or 16
   */
  public ImageBuilder(int width, int height, int channels, int bits) {
    if (bits != 8 && bits != 16) {
      throw new IllegalArgumentException("Samples have 8 or 16 bits, not " + bits + ".");
    }
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples =
        Samples.zeros(bits, Math.multiplyExact(Math.multiplyExact(width, height), channels));
  }

  /**
   * Puts values of one channel in a row, side by side. Each is clamped to 0..255, where 255 is
   * white whatever the depth, and rounded to a sample of it, halves up; NaN becomes 0.
   *
   * @param x the column of the first, from 0 at the left
   * @param y the row, from 0 at the top
   * @param c the channel, from 0
   * @param values not changed
   * @param from where in {@code values} the first one is
   * @param count how many
   */
  public void put(int x, int y, int c, float[] values, int from, int count) {
    int to = (y * width + x) * channels + c;
    for (int i = 0; i < count; i++) {
      samples.setValue(to + i * channels, values[from + i]);
    }
  }

  /**
   * Puts one sample.
   *
   * @param x the column, from 0 at the left
   * @param y the row, from 0 at the top
   * @param c the channel, from 0
   * @param sample 0..255, or 0..65535 if samples have 16 bits
   */
  public void set(int x, int y, int c, int sample) {
    samples.set((y * width + x) * channels + c, sample);
  }

  /** The image, without alpha. This object is not to be used any more. */
  public Image image() {
    return Image.of(width, height, channels, samples);
  }
}
