package io.butcherblock.charts;

import io.butcherblock.files.WholeFile;
import io.butcherblock.pictures.Picture;
import io.butcherblock.text.Html;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves over a common axis, such as validation PSNR of some networks against training time.
 *
 * <p>Curves differ in color (Okabe and Ito's palette, which color-blind people can tell apart) and
 * in dashes, so that a plot reads in grey too.
 */
public final class CurvePlot {

  /** Twice the size at which a page shows it, so that it is sharp on fine screens. */
  private static final int WIDTH = 1600;

  private static final int HEIGHT = 900;
  private static final float LINE = 4f;
  private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 26);

  /** The height of a name and the space before the next one, and of a further line of a name. */
  private static final int LEGEND_ENTRY = 50;

  private static final int LEGEND_LINE = 36;

  /** So many letters fit in a line of a legend, to which the library gives 45 % of the width. */
  private static final int LETTERS = 44;

  /** Longer names stand below the plot, where they leave it its width. */
  private static final int LONG_NAME = WIDTH * 2 / 5;

  /** Curves of so few points show each of them. */
  static final int MARKED = 30;

  private static final Color[] COLORS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x000000)
  };

  private static final float[][] DASHES = {null, {18, 8}, {4, 7}, {18, 7, 4, 7}};

  /** A horizontal line, drawn thin and grey. */
  record Level(String name, double y) {}

  private final String title;
  private final String xAxis;
  private final String yAxis;
  private final List<Curve> curves = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private boolean mayBeLogarithmic;

  /**
   * An empty plot.
   *
   * @param xAxis what stands under it, with its unit: {@code steps}, {@code time (s)}
   * @param yAxis its label, with the unit: {@code PSNR (dB)}
   */
  public CurvePlot(String title, String xAxis, String yAxis) {
    this.title = title;
    this.xAxis = xAxis;
    this.yAxis = yAxis;
  }

  /**
   * Adds a curve; points that are not finite are left out.
   *
   * @param x ascending
   * @param y as many values
   * @throws IllegalArgumentException if their lengths differ or another curve has this name
   */
  public CurvePlot curve(String name, double[] x, double[] y) {
    return curve(name, x, y, new double[0]);
  }

  /**
   * Adds a curve over an axis of times; points that are not finite are left out.
   *
   * @param x ascending
   * @param y as many values
   * @param steps which step each of them is of, to be read off beside it; may be empty
   * @throws IllegalArgumentException if their lengths differ or another curve has this name
   */
  public CurvePlot curve(String name, double[] x, double[] y, double[] steps) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "The curve " + name + " has " + x.length + " abscissas and " + y.length + " values.");
    }
    if (steps.length > 0 && steps.length != x.length) {
      throw new IllegalArgumentException(
          "The curve " + name + " has " + x.length + " abscissas and " + steps.length + " steps.");
    }
    if (curves.stream().anyMatch(each -> each.name().equals(name))) {
      throw new IllegalArgumentException("There are two curves " + name + ".");
    }
    curves.add(Curve.of(name, x, y, steps));
    return this;
  }

  /**
   * Lets the upright axis be logarithmic in a page, if the largest value is several times the
   * least, as that of a loss is.
   */
  public CurvePlot mayBeLogarithmic(boolean may) {
    mayBeLogarithmic = may;
    return this;
  }

  /** Adds a value to compare with, such as bicubic's, as a thin horizontal line. */
  public CurvePlot level(String name, double y) {
    levels.add(new Level(name, y));
    return this;
  }

  /**
   * The mean of each value and those before it, for curves that jump, such as a training loss.
   *
   * @param window how many values are averaged, at least 1; fewer at the start
   */
  public static double[] movingAverage(double[] values, int window) {
    // Each sum anew: what a huge value leaves of smaller ones in a running sum does not come back.
    return IntStream.range(0, values.length)
        .mapToDouble(
            i -> Arrays.stream(values, Math.max(0, i + 1 - window), i + 1).average().orElseThrow())
        .toArray();
  }

  /**
   * The plot, {@value #WIDTH} x {@value #HEIGHT} and higher by what long names need below it, to be
   * shown at half that size.
   */
  public Picture picture() {
    return Picture.of(BitmapEncoder.getBufferedImage(chart()));
  }

  /** The plot as an SVG file, of lines and letters. */
  public String svg() {
    return new CurveSvg(this).svg();
  }

  /**
   * Writes the plot, as SVG if the name of the file ends in {@code .svg}, else as PNG.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be written
   */
  public void write(Path file) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
      WholeFile.writeText(file, svg());
    } else {
      picture().write(file);
    }
  }

  String title() {
    return title;
  }

  String xAxis() {
    return xAxis;
  }

  String yAxis() {
    return yAxis;
  }

  List<Curve> curves() {
    return List.copyOf(curves);
  }

  List<Level> levels() {
    return List.copyOf(levels);
  }

  boolean mayBeLogarithmic() {
    return mayBeLogarithmic;
  }

  private XYChart chart() {
    int below = namesAreLong() ? names().mapToInt(CurvePlot::legendHeight).sum() : 0;
    XYChart chart = new XYChart(WIDTH, HEIGHT + below);
    chart.setTitle(title);
    chart.setXAxisTitle(xAxis);
    chart.setYAxisTitle(yAxis);
    style(chart.getStyler());
    if (below > 0) {
      chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
      chart.getStyler().setLegendLayout(Styler.LegendLayout.Vertical);
    }
    // The library cannot draw a curve without a point.
    List<Curve> drawn = curves.stream().filter(curve -> !curve.x().isEmpty()).toList();
    for (int i = 0; i < drawn.size(); i++) {
      Curve curve = drawn.get(i);
      XYSeries series = chart.addSeries(curve.name(), curve.x(), curve.y());
      series.setLabel(String.join("\n", BrokenName.lines(curve.name(), LETTERS)));
      boolean few = curve.x().size() <= MARKED;
      series.setMarker(few ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
      color(series, COLORS[i % COLORS.length], stroke(i));
    }
    double left = drawn.stream().mapToDouble(curve -> curve.x().get(0)).min().orElse(0);
    double right =
        drawn.stream()
            .mapToDouble(curve -> curve.x().get(curve.x().size() - 1))
            .max()
            .orElse(left + 1);
    if (!drawn.isEmpty()) {
      addUnequalAbscissa(chart, left, right, drawn.get(0).y().get(0));
    }
    for (Level level : levels) {
      XYSeries series =
          chart.addSeries(level.name(), List.of(left, right), List.of(level.y(), level.y()));
      series.setMarker(SeriesMarkers.NONE);
      color(series, Color.DARK_GRAY, new BasicStroke(LINE / 2));
    }
    chart.getStyler().setLegendVisible(!drawn.isEmpty() || !levels.isEmpty());
    return chart;
  }

  private boolean namesAreLong() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    return names().anyMatch(name -> LEGEND.getStringBounds(name, context).getWidth() > LONG_NAME);
  }

  private Stream<String> names() {
    return Stream.concat(curves.stream().map(Curve::name), levels.stream().map(Level::name));
  }

  private static int legendHeight(String name) {
    return LEGEND_ENTRY + LEGEND_LINE * (BrokenName.lines(name, LETTERS).size() - 1);
  }

  /**
   * Adds an abscissa that cannot be seen. Where all are equally spaced, the library labels some of
   * themselves, such as 335 and 669, rather than round numbers.
   */
  private static void addUnequalAbscissa(XYChart chart, double left, double right, double y) {
    double x = left + (right - left) / Math.PI;
    XYSeries hidden = chart.addSeries(" ", List.of(x), List.of(y));
    hidden.setMarker(SeriesMarkers.NONE);
    hidden.setShowInLegend(false);
  }

  private static void color(XYSeries series, Color color, BasicStroke stroke) {
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setLineStyle(stroke);
  }

  /** The color of a curve in SVG. */
  static String hexColor(int index) {
    return Html.format("#%06x", COLORS[index % COLORS.length].getRGB() & 0xffffff);
  }

  /** How SVG draws a curve at half the size of {@link #picture}. */
  static String lineStyle(int index) {
    float[] dash = DASHES[index % DASHES.length];
    StringBuilder style = new StringBuilder();
    style.append(Html.format("stroke=\"%s\" stroke-width=\"2\"", hexColor(index)));
    for (int i = 0; dash != null && i < dash.length; i++) {
      style.append(Html.format(i == 0 ? " stroke-dasharray=\"%.1f" : " %.1f", dash[i] / 2));
    }
    return style.append(dash == null ? "" : "\"").toString();
  }

  private static BasicStroke stroke(int index) {
    float[] dash = DASHES[index % DASHES.length];
    return new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  private static void style(XYStyler styler) {
    Color ink = new Color(0x222222);
    styler.setLocale(Locale.ROOT);
    styler.setAntiAlias(true);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartFontColor(ink);
    styler.setChartPadding(24);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
    styler.setChartTitleBoxVisible(false);
    styler.setChartTitlePadding(18);
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 28));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
    styler.setAxisTickLabelsColor(ink);
    styler.setAxisTickMarksColor(ink);
    styler.setAxisTickPadding(10);
    styler.setXAxisTickMarkSpacingHint(180);
    styler.setYAxisTickMarkSpacingHint(90);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xDDDDDD));
    styler.setPlotGridLinesStroke(new BasicStroke(1.5f));
    styler.setPlotContentSize(0.97);
    styler.setMarkerSize(13);
    styler.setLegendFont(LEGEND);
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendBackgroundColor(Color.WHITE);
    styler.setLegendSeriesLineLength(70);
    styler.setLegendPadding(16);
  }
}
