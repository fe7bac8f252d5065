package io.butcherblock.data;

/**
 * The two orders of an image's samples: interleaved bytes, and float planes one after the other.
 */
final class Planes {

  private Planes() {}

  /** Planes as interleaved bytes: clamped to 0..255, rounded, halves up; NaN becomes 0. */
  static byte[] interleaved(float[] planes, int channels) {
    byte[] samples = new byte[planes.length];
    int area = planes.length / channels;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < area; i++) {
        float value = planes[c * area + i];
        samples[i * channels + c] = (byte) (value >= 0 ? Math.round(Math.min(value, 255)) : 0);
      }
    }
    return samples;
  }

  /** Writes the part of {@code size} at ({@code x}, {@code y}) as planes from an offset on. */
  static void copy(Image image, int x, int y, ImageSize size, float[] planes, int offset) {
    byte[] samples = image.raw();
    int channels = image.channels();
    int to = offset;
    for (int c = 0; c < channels; c++) {
      for (int row = y; row < y + size.height(); row++) {
        int from = (row * image.width() + x) * channels + c;
        for (int column = 0; column < size.width(); column++, from += channels) {
          planes[to++] = samples[from] & 0xff;
        }
      }
    }
  }
}
