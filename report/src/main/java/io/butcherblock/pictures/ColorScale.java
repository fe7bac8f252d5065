package io.butcherblock.pictures;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Locale;

/**
 * What the colors of a map mean: from black over red to pale yellow, in even steps of lightness
 * (the map magma of matplotlib, between five of its colors).
 *
 * @param title what is drawn, with its unit
 * @param dark the value that is drawn black, as is all beyond it
 * @param bright the value that is drawn brightest, as is all beyond it
 */
public record ColorScale(String title, double dark, double bright) {

  private static final Color[] COLORS = {
    new Color(0, 0, 4),
    new Color(81, 18, 124),
    new Color(183, 55, 121),
    new Color(252, 137, 97),
    new Color(252, 253, 191)
  };

  /** Where a map has no value. */
  private static final int NONE = 255;

  /**
   * Draws a map.
   *
   * @param values width x height, row by row from the top; NaN, drawn grey, where there is none
   */
  public Picture picture(int width, int height, double[] values) {
    if (values.length != width * height) {
      throw new IllegalArgumentException(
          "%s values do not fill a map of %s x %s.".formatted(values.length, width, height));
    }
    BufferedImage image =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette());
    for (int i = 0; i < values.length; i++) {
      image.getRaster().setSample(i % width, i / width, 0, index(values[i]));
    }
    return Picture.of(image);
  }

  private int index(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    double share = (value - dark) / (bright - dark);
    return (int) Math.round((NONE - 1) * Math.max(0, Math.min(1, share)));
  }

  private static IndexColorModel palette() {
    int[] colors = new int[NONE + 1];
    for (int i = 0; i < NONE; i++) {
      double at = (double) i / (NONE - 1) * (COLORS.length - 1);
      int lower = Math.min((int) at, COLORS.length - 2);
      colors[i] = between(COLORS[lower], COLORS[lower + 1], at - lower);
    }
    colors[NONE] = Color.GRAY.getRGB();
    return new IndexColorModel(8, colors.length, colors, 0, false, -1, 0);
  }

  private static int between(Color a, Color b, double share) {
    return new Color(
            (int) Math.round(a.getRed() + share * (b.getRed() - a.getRed())),
            (int) Math.round(a.getGreen() + share * (b.getGreen() - a.getGreen())),
            (int) Math.round(a.getBlue() + share * (b.getBlue() - a.getBlue())))
        .getRGB();
  }

  /** All colors in a row, dark at the left. */
  Picture bar() {
    double[] values = new double[NONE];
    for (int i = 0; i < NONE; i++) {
      values[i] = dark + (bright - dark) * i / (NONE - 1);
    }
    return picture(NONE, 1, values);
  }

  /** The value at the dark end, in words. */
  String from() {
    return number(dark);
  }

  /** The value at the bright end, in words. */
  String to() {
    return number(bright) + (bright > dark ? " and more" : " and less");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
