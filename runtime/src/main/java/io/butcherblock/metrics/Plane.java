package io.butcherblock.metrics;

import io.butcherblock.image.Image;

/**
 * One channel of an image in double precision, row by row.
 *
 * @param width at least 1
 * @param height at least 1
 * @param values width x height values, 0..255
 */
// An array in a record: it lives inside one comparison and is never compared itself.
@SuppressWarnings("ArrayRecordComponent")
record Plane(int width, int height, double[] values) {

  /** What a sample of a channel is at a place. */
  @FunctionalInterface
  private interface Samples {
    double at(int x, int y);
  }

  static Plane channel(Image any, int c, int shave) {
    Image image = any.to8Bits();
    return of(image, shave, (x, y) -> image.sample(x, y, c));
  }

  static Plane luminance(Image any, int shave) {
    Image rgb = any.to8Bits();
    return of(
        rgb,
        shave,
        (x, y) ->
            16
                + (65.481 * rgb.sample(x, y, 0)
                        + 128.553 * rgb.sample(x, y, 1)
                        + 24.966 * rgb.sample(x, y, 2))
                    / 255);
  }

  private static Plane of(Image image, int shave, Samples samples) {
    int width = image.width() - 2 * shave;
    int height = image.height() - 2 * shave;
    double[] values = new double[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        values[y * width + x] = samples.at(x + shave, y + shave);
      }
    }
    return new Plane(width, height, values);
  }

  /** The mean of the squared differences to a plane of the same size. */
  double meanSquaredError(Plane other) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - other.values[i];
      sum += difference * difference;
    }
    return sum / values.length;
  }
}
