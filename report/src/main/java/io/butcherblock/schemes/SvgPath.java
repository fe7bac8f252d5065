package io.butcherblock.schemes;

import io.butcherblock.text.Html;
import java.awt.Shape;
import java.awt.geom.PathIterator;

/** A shape as the data of a path of SVG, to a tenth of a pixel. */
final class SvgPath {

  private static final double FLATNESS = 0.05;

  private SvgPath() {}

  static String of(Shape shape) {
    StringBuilder data = new StringBuilder();
    double[] at = new double[6];
    String last = "";
    for (PathIterator i = shape.getPathIterator(null, FLATNESS); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      String point =
          switch (kind) {
            case PathIterator.SEG_CLOSE -> "Z";
            case PathIterator.SEG_MOVETO -> "M" + point(at);
            default -> "L" + point(at);
          };
      // Points that are one to a tenth of a pixel.
      if (!point.equals(last)) {
        data.append(point);
      }
      last = point;
    }
    return data.toString();
  }

  private static String point(double[] at) {
    return Html.format("%.1f %.1f", at[0], at[1]);
  }
}
