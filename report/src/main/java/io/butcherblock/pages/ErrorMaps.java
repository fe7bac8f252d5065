package io.butcherblock.pages;

import io.butcherblock.image.Image;
import io.butcherblock.metrics.ColorSpace;
import io.butcherblock.metrics.QualityMap;
import io.butcherblock.pictures.ColorScale;
import io.butcherblock.pictures.Comparison;
import io.butcherblock.pictures.Detail;
import io.butcherblock.pictures.Picture;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Maps of the errors and of the SSIM of two enlargements of an image, each pair to one scale. */
public final class ErrorMaps {

  /** What share of the pixels a scale covers: a few large errors would leave the others black. */
  private static final double COVERED = 0.995;

  private static final double[] ENDS = {1, 2, 4, 8, 16, 32, 64, 128, 255};
  private static final double STEP = 0.1;

  /** The least side of an image that SSIM has a window in. */
  private static final int LEAST = 11;

  private ErrorMaps() {}

  /**
   * Adds the maps of bicubic and a network to a comparison of a part of an image.
   *
   * @param color what is compared
   * @param part the part that is shown
   * @param hr the original
   * @param bicubic enlarged by bicubic, of the original's size
   * @param name of the network
   * @param network enlarged by the network, of the original's size
   * @return the comparison; as it was if the image is smaller than the window of SSIM
   */
  public static Comparison add(
      Comparison comparison,
      ColorSpace color,
      Detail part,
      Image hr,
      Image bicubic,
      String name,
      Image network) {
    if (Math.min(hr.width(), hr.height()) < LEAST) {
      return comparison;
    }
    QualityMap error = cut(QualityMap.error(bicubic, hr, color), part);
    QualityMap errorOfNetwork = cut(QualityMap.error(network, hr, color), part);
    double largest = covering(error, errorOfNetwork);
    ColorScale errors =
        new ColorScale(
            "Absolute error of " + color + " (of 255)",
            0,
            DoubleStream.of(ENDS).filter(end -> end >= largest).findFirst().orElse(255));
    comparison.maps(
        errors, named("error of bicubic", error, "error of " + name, errorOfNetwork, errors));
    QualityMap ssim = cut(QualityMap.ssim(bicubic, hr, color), part);
    QualityMap ssimOfNetwork = cut(QualityMap.ssim(network, hr, color), part);
    double least = 1 - covering(oneMinus(ssim), oneMinus(ssimOfNetwork));
    ColorScale similarity =
        new ColorScale(
            "SSIM of the window of 11 x 11 around each pixel",
            1,
            Math.min(0.9, Math.floor(least / STEP + 1e-9) * STEP));
    return comparison.maps(
        similarity, named("SSIM of bicubic", ssim, "SSIM of " + name, ssimOfNetwork, similarity));
  }

  private static QualityMap cut(QualityMap map, Detail part) {
    return map.crop(part.x(), part.y(), part.size(), part.size());
  }

  private static QualityMap oneMinus(QualityMap map) {
    return new QualityMap(
        map.width(), map.height(), DoubleStream.of(map.values()).map(v -> 1 - v).toArray());
  }

  /** The value that all but a few of two maps do not exceed. */
  private static double covering(QualityMap... maps) {
    double[] sorted =
        Stream.of(maps)
            .flatMapToDouble(map -> Arrays.stream(map.values()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (COVERED * (sorted.length - 1))];
  }

  private static Map<String, Picture> named(
      String first, QualityMap a, String second, QualityMap b, ColorScale scale) {
    Map<String, Picture> pictures = new LinkedHashMap<>();
    pictures.put(first, scale.picture(a.width(), a.height(), a.values()));
    pictures.put(second, scale.picture(b.width(), b.height(), b.values()));
    return pictures;
  }
}
