package io.butcherblock.schemes;

import io.butcherblock.stability.Complex;
import io.butcherblock.stability.Contour;
import io.butcherblock.stability.StabilityRegion;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The shapes that a {@link StabilityPlot} consists of, at their places in a picture. */
final class StabilityShapes {

  private static final Complex ZERO = new Complex(0, 0);

  private final StabilityRegion region;
  private final PlaneFrame frame;
  private final PlaneWindow window;
  private final int cells;

  /**
   * Shapes in a frame.
   *
   * @param cells how many cells across the contour is searched in
   */
  StabilityShapes(StabilityRegion region, PlaneFrame frame, int cells) {
    this.region = region;
    this.frame = frame;
    this.window = frame.window();
    this.cells = cells;
  }

  /**
   * The boundary of an area, closed, with lines where the area ends in a tip that is narrower than
   * a cell; pieces of the region that lie by themselves are dots.
   *
   * @param dot the radius of a dot
   */
  Path2D rim(double dot) {
    Path2D rim = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    if (region.hasInterior()) {
      List<List<Complex>> curves = Contour.around(region::contains, window.extent(), cells);
      for (List<Complex> curve : curves) {
        rim.append(path(curve), false);
        rim.closePath();
      }
      List<Complex> met = curves.stream().flatMap(List::stream).toList();
      region.boundaryCurves().forEach(curve -> addMissed(curve, met, dot, rim));
    }
    return rim;
  }

  /** Adds what the contour misses of a curve of the boundary. */
  private void addMissed(List<Complex> curve, List<Complex> met, double dot, Path2D rim) {
    boolean[] missed = new boolean[curve.size()];
    for (int i = 0; i < missed.length; i++) {
      Complex z = curve.get(i);
      missed[i] = met.stream().noneMatch(other -> z.isNear(other, 3 * window.half() / cells));
    }
    int begin = 0;
    for (int end = 1; end <= missed.length; end++) {
      if (end == missed.length || !curve.get(end).isNear(curve.get(end - 1), jump())) {
        addMissed(curve.subList(begin, end), Arrays.copyOfRange(missed, begin, end), dot, rim);
        begin = end;
      }
    }
  }

  /** Adds what the contour misses of a piece of a curve that has no jump. */
  private void addMissed(List<Complex> piece, boolean[] missed, double dot, Path2D rim) {
    boolean isAlone = IntStream.range(0, missed.length).allMatch(i -> missed[i]);
    for (int i = 0; i < missed.length; i++) {
      if (isAlone) {
        rim.append(dot(piece.get(i), dot), false);
      } else if (i > 0 && (missed[i - 1] || missed[i])) {
        rim.append(line(piece.get(i - 1), piece.get(i)), false);
      }
    }
  }

  /** Points of a curve that are farther from one another are of different pieces. */
  private double jump() {
    return window.half() / 8;
  }

  /** A region without an area. */
  Path2D boundary() {
    return paths(region.boundaryCurves());
  }

  /** The point 0, where a region is no more than that. */
  Shape origin(double radius) {
    return dot(ZERO, radius);
  }

  Path2D locus() {
    return paths(region.locus());
  }

  /** The outlines of the region of a trained block. */
  List<Path2D> outlines(double[] stabilityFunction) {
    return Contour.around(StabilityRegion.where(stabilityFunction), window.extent(), cells).stream()
        .map(this::path)
        .toList();
  }

  Shape line(Complex from, Complex to) {
    return new Line2D.Double(frame.x(from), frame.y(from), frame.x(to), frame.y(to));
  }

  private Shape dot(Complex z, double radius) {
    return new Ellipse2D.Double(frame.x(z) - radius, frame.y(z) - radius, 2 * radius, 2 * radius);
  }

  private Path2D paths(List<List<Complex>> curves) {
    Path2D paths = new Path2D.Double();
    curves.forEach(curve -> paths.append(path(curve), false));
    return paths;
  }

  /** A curve, broken where it jumps, as it does where it passes through infinity. */
  private Path2D path(List<Complex> curve) {
    Path2D path = new Path2D.Double();
    Complex last = null;
    for (Complex z : curve) {
      if (last != null && z.distance(last) < window.half()) {
        path.lineTo(frame.x(z), frame.y(z));
      } else {
        path.moveTo(frame.x(z), frame.y(z));
      }
      last = z;
    }
    return path;
  }
}
