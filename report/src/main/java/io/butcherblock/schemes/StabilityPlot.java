package io.butcherblock.schemes;

import io.butcherblock.pictures.Picture;
import io.butcherblock.stability.Complex;
import io.butcherblock.stability.StabilityRegion;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
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

  private StabilityPlot(StabilityPlot scheme, PlaneWindow window, List<double[]> trained) {
    this.title = scheme.title;
    this.realInterval = scheme.realInterval;
    this.imaginaryInterval = scheme.imaginaryInterval;
    this.region = scheme.region;
    this.hasInterior = scheme.hasInterior;
    this.window = window;
    this.trained = trained;
  }

  /**
   * The same plot with the outlines of other regions over it, those of trained blocks.
   *
   * @param stabilityFunctions of each block the coefficients of R from that of the power 0
   */
  public StabilityPlot with(List<double[]> stabilityFunctions) {
    return new StabilityPlot(
        this, window.enlarged(SPACE_FOR_TRAINED), List.copyOf(stabilityFunctions));
  }

  /** The same plot of another part of the plane. */
  StabilityPlot in(PlaneWindow other) {
    return new StabilityPlot(this, other, trained);
  }

  /** The plot, to be shown at about half its size. */
  public Picture picture() {
    PlaneCanvas canvas = canvas();
    StabilityShapes shapes = shapes(canvas.frame());
    Graphics2D g = canvas.inside();
    Shape rim = shapes.rim(RIM);
    g.setColor(REGION);
    g.fill(rim);
    canvas.axes();
    if (region.isMultistep()) {
      draw(g, shapes.locus(), LOCUS, THIN);
    }
    draw(g, rim, BOUNDARY, RIM);
    if (!hasInterior) {
      draw(g, shapes.boundary(), INTERVAL, THICK);
      if (isPoint()) {
        g.fill(shapes.origin(THICK));
      }
    }
    for (Shape interval : intervals(shapes)) {
      draw(g, interval, INTERVAL, THICK);
    }
    for (double[] block : trained) {
      shapes.outlines(block).forEach(curve -> draw(g, curve, LOCUS, THIN));
    }
    canvas.drawFrame();
    legend(canvas);
    return canvas.picture();
  }

  StabilityShapes shapes(PlaneFrame frame) {
    return new StabilityShapes(region, frame, CELLS);
  }

  /** How far the scheme is stable along both axes; nothing where that is not known. */
  List<Shape> intervals(StabilityShapes shapes) {
    List<Shape> intervals = new ArrayList<>();
    if (realInterval > 0) {
      intervals.add(shapes.line(new Complex(-realInterval, 0), ZERO));
    }
    if (imaginaryInterval > 0) {
      Complex end = new Complex(0, imaginaryInterval);
      intervals.add(shapes.line(end.conjugate(), end));
    }
    return intervals;
  }

  /** Whether the region is no more than the point 0. */
  boolean isPoint() {
    return PlaneWindow.isPoint(region.extent());
  }

  PlaneWindow window() {
    return window;
  }

  boolean hasInterior() {
    return hasInterior;
  }

  boolean isMultistep() {
    return region.isMultistep();
  }

  double realInterval() {
    return realInterval;
  }

  double imaginaryInterval() {
    return imaginaryInterval;
  }

  List<double[]> trained() {
    return trained;
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
      legend.noArea(isPoint());
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
    return region.locus().stream()
        .flatMap(List::stream)
        .anyMatch(z -> window.holds(z) && !boundary.contains(z));
  }

  private static void draw(Graphics2D g, Shape shape, Color color, float thickness) {
    g.setColor(color);
    g.setStroke(new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    g.draw(shape);
  }
}
