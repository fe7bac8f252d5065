package io.butcherblock.report;

import io.butcherblock.stability.Complex;
import io.butcherblock.stability.Contour;
import io.butcherblock.stability.StabilityRegion;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The region of absolute stability of a scheme in the plane of z = h lambda: the region, its
 * boundary, the root locus curve of a multistep scheme, and how far it is stable along both axes.
 */
public final class StabilityPlot {

  static final Color REGION = new Color(0xCBE2F1);
  static final Color BOUNDARY = new Color(0x0072B2);
  static final Color LOCUS = new Color(0x009E73);
  static final Color INTERVAL = new Color(0xD55E00);

  static final float THICK = 4.5f;
  private static final float RIM = 2.2f;
  static final float THIN = 1.5f;
  private static final int CELLS = 320;

  /** Trained regions may be larger than that of the scheme. */
  private static final double SPACE_FOR_TRAINED = 1.4;

  private static final Complex ZERO = new Complex(0, 0);

  private final String title;
  private final double realInterval;
  private final double imaginaryInterval;
  private final StabilityRegion region;
  private final boolean hasInterior;
  private final PlaneWindow window;
  private final List<double[]> trained;

  /**
   * A plot.
   *
   * @param title the scheme's name and order
   * @param polynomial the coefficient of z^m w^j of the stability polynomial at place [m][j]
   * @param realInterval the largest r such that the scheme is stable on [-r, 0], or NaN
   * @param imaginaryInterval the largest r such that it is stable on [-ir, ir], or NaN
   */
  public StabilityPlot(
      String title, List<List<Double>> polynomial, double realInterval, double imaginaryInterval) {
    this.title = title;
    this.realInterval = realInterval;
    this.imaginaryInterval = imaginaryInterval;
    this.region = new StabilityRegion(polynomial);
    this.hasInterior = region.hasInterior();
    this.window = PlaneWindow.around(region);
    this.trained = List.of();
  }

  private StabilityPlot(StabilityPlot scheme, List<double[]> trained) {
    this.title = scheme.title;
    this.realInterval = scheme.realInterval;
    this.imaginaryInterval = scheme.imaginaryInterval;
    this.region = scheme.region;
    this.hasInterior = scheme.hasInterior;
    this.window = scheme.window.enlarged(SPACE_FOR_TRAINED);
    this.trained = trained;
  }

  /**
   * The same plot with the outlines of other regions over it, those of trained blocks.
   *
   * @param stabilityFunctions of each block the coefficients of R from that of the power 0
   */
  public StabilityPlot with(List<double[]> stabilityFunctions) {
    return new StabilityPlot(this, List.copyOf(stabilityFunctions));
  }

  /** The plot, to be shown at about half its size. */
  public Picture picture() {
    PlaneCanvas canvas = canvas();
    Graphics2D g = canvas.inside();
    Shape rim = rim(canvas);
    g.setColor(REGION);
    g.fill(rim);
    canvas.axes();
    if (region.isMultistep()) {
      draw(g, path(canvas, region.locus()), LOCUS, THIN);
    }
    draw(g, rim, BOUNDARY, RIM);
    if (!hasInterior) {
      draw(g, path(canvas, region.boundary()), INTERVAL, THICK);
      if (PlaneWindow.isPoint(region.extent())) {
        g.fill(dot(canvas, ZERO, THICK));
      }
    }
    interval(canvas, g, new Complex(-realInterval, 0), ZERO);
    Complex end = new Complex(0, imaginaryInterval);
    interval(canvas, g, end.conjugate(), end);
    for (double[] block : trained) {
      for (List<Complex> curve :
          Contour.around(StabilityRegion.where(block), window.extent(), CELLS)) {
        draw(g, path(canvas, curve), LOCUS, THIN);
      }
    }
    canvas.frame();
    legend(canvas);
    return canvas.picture();
  }

  PlaneCanvas canvas() {
    return new PlaneCanvas(title, window);
  }

  /** The plot as lines of characters, {@code width} wide and half as high. */
  public String toText(int width) {
    return new StabilityText(region, window, width).toString();
  }

  /**
   * Writes the plot as a PNG file.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be written
   */
  public void write(Path file) {
    picture().write(file);
  }

  private void legend(PlaneCanvas canvas) {
    StabilityLegend legend = new StabilityLegend(canvas);
    if (hasInterior) {
      legend.area(region.isMultistep());
      if (!Double.isNaN(realInterval)) {
        legend.realInterval(realInterval);
      }
    } else {
      legend.noArea(PlaneWindow.isPoint(region.extent()));
    }
    if (region.isMultistep() && locusIsSeen()) {
      legend.locus();
    } else if (!trained.isEmpty()) {
      legend.trained(trained.size());
    }
    if (!Double.isNaN(imaginaryInterval) && (hasInterior || imaginaryInterval > 0)) {
      legend.imaginaryInterval(imaginaryInterval);
    }
  }

  /** Whether the locus continues where the region ends. */
  private boolean locusIsSeen() {
    Set<Complex> boundary = Set.copyOf(region.boundary());
    return region.locus().stream().anyMatch(z -> window.holds(z) && !boundary.contains(z));
  }

  /** Draws nothing where an end is not known. */
  private static void interval(PlaneCanvas canvas, Graphics2D g, Complex from, Complex to) {
    if (from.distance(to) > 0) {
      Shape line = new Line2D.Double(canvas.x(from), canvas.y(from), canvas.x(to), canvas.y(to));
      draw(g, line, INTERVAL, THICK);
    }
  }

  private static void draw(Graphics2D g, Shape shape, Color color, float thickness) {
    g.setColor(color);
    g.setStroke(new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(shape);
  }

  private Shape rim(PlaneCanvas canvas) {
    Path2D rim = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    if (hasInterior) {
      List<List<Complex>> curves = Contour.around(region::contains, window.extent(), CELLS);
      for (List<Complex> curve : curves) {
        rim.append(path(canvas, curve), false);
        rim.closePath();
      }
      List<Complex> met = curves.stream().flatMap(List::stream).toList();
      for (Complex z : region.boundary()) {
        if (met.stream().noneMatch(other -> z.isNear(other, 3 * window.half() / CELLS))) {
          rim.append(dot(canvas, z, RIM), false);
        }
      }
    }
    return rim;
  }

  private static Shape dot(PlaneCanvas canvas, Complex z, double radius) {
    return new Ellipse2D.Double(canvas.x(z) - radius, canvas.y(z) - radius, 2 * radius, 2 * radius);
  }

  /** A curve, broken where it jumps, as it does where it passes through infinity. */
  private Path2D path(PlaneCanvas canvas, List<Complex> curve) {
    Path2D path = new Path2D.Double();
    Complex last = null;
    for (Complex z : curve) {
      if (last != null && z.distance(last) < window.half()) {
        path.lineTo(canvas.x(z), canvas.y(z));
      } else {
        path.moveTo(canvas.x(z), canvas.y(z));
      }
      last = z;
    }
    return path;
  }
}
