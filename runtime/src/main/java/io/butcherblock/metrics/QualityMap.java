package io.butcherblock.metrics;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How close an image is to its original at each pixel: what {@link ImageQuality} is a mean of. The
 * images are compared to their borders, so that the means are those of a {@link Protocol} that
 * shaves nothing.
 *
 * @param width of the images in pixels
 * @param height of the images in pixels
 * @param values width x height values, row by row from the top; the map's own
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn, and never compared.
public record QualityMap(int width, int height, double[] values) {

  /**
   * The absolute error at each pixel, 0..255; of several channels the root of their mean square. 10
   * log10(255^2 / mean of the squares) is the PSNR.
   *
   * @param sr the image, such as a network's output
   * @param hr the original, of the same size
   * @param color which samples are compared
   * @throws ButcherblockException if the sizes differ, or are less than 11 x 11
   */
  public static QualityMap error(Image sr, Image hr, ColorSpace color) {
    return of(
        sr,
        hr,
        color,
        planes ->
            IntStream.range(0, planes.get(0).length)
                .mapToDouble(
                    i ->
                        Math.sqrt(
                            planes.stream()
                                .mapToDouble(plane -> plane[i] * plane[i])
                                .average()
                                .orElseThrow()))
                .toArray(),
        (a, b) ->
            IntStream.range(0, a.values().length)
                .mapToDouble(i -> Math.abs(a.values()[i] - b.values()[i]))
                .toArray());
  }

  /**
   * The SSIM of the window of 11 x 11 around each pixel, -1..1, whose mean is the SSIM of the
   * images; of several channels their mean. NaN at the five pixels next to each border.
   *
   * @param sr the image, such as a network's output
   * @param hr the original, of the same size
   * @param color which samples are compared
   * @throws ButcherblockException if the sizes differ, or are less than 11 x 11
   */
  public static QualityMap ssim(Image sr, Image hr, ColorSpace color) {
    return of(
        sr,
        hr,
        color,
        planes ->
            IntStream.range(0, planes.get(0).length)
                .mapToDouble(
                    i -> planes.stream().mapToDouble(plane -> plane[i]).average().orElseThrow())
                .toArray(),
        Ssim::map);
  }

  /** Two channels compared at each pixel. */
  @FunctionalInterface
  private interface Comparison {
    double[] of(Plane a, Plane b);
  }

  /** The maps of all channels as one. */
  @FunctionalInterface
  private interface Union {
    double[] of(List<double[]> maps);
  }

  private static QualityMap of(
      Image sr, Image hr, ColorSpace color, Union union, Comparison comparison) {
    ImageQuality.check(sr, hr, 0);
    Protocol whole = new Protocol(color, 0);
    List<Plane> a = ImageQuality.planes(sr, hr, whole);
    List<Plane> b = ImageQuality.planes(hr, sr, whole);
    List<double[]> maps =
        IntStream.range(0, a.size()).mapToObj(c -> comparison.of(a.get(c), b.get(c))).toList();
    return new QualityMap(sr.width(), sr.height(), union.of(maps));
  }

  /**
   * A part of this map.
   *
   * @param x the left column of the part, from 0
   * @param y the top row of the part, from 0
   * @param w the width of the part in pixels
   * @param h the height of the part in pixels
   */
  public QualityMap crop(int x, int y, int w, int h) {
    double[] part = new double[w * h];
    for (int row = 0; row < h; row++) {
      System.arraycopy(values, (y + row) * width + x, part, row * w, w);
    }
    return new QualityMap(w, h, part);
  }
}
