package io.butcherblock.charts;

import io.butcherblock.pictures.Picture;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A row of dots for each of some names, over a common axis, with their mean and spread: Cleveland,
 * The Elements of Graphing Data, 1985, section 3.3.
 */
public final class DotPlot {

  /** Twice the size at which a page shows it, so that it is sharp on fine screens. */
  private static final int WIDTH = 1600;

  private static final int ROW = 62;

  /** The height of a name that stands above its dots. */
  private static final int NAME = 40;

  private static final int TOP = 92;
  private static final int BOTTOM = 118;
  private static final int MARGIN = 36;
  private static final double DOT = 17;
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 34);
  private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 28);
  private static final Font NUMBERS = new Font(Font.SANS_SERIF, Font.PLAIN, 26);
  private static final Color INK = new Color(0x222222);
  private static final Color GRID = new Color(0xDDDDDD);
  private static final Color DOTS = new Color(0x0072B2);
  private static final Color SPREAD = new Color(0xD55E00);

  /** Figures, or a text in their place. */
  record Row(String name, List<Double> values, double mean, double spread, String note) {}

  private final String title;
  private final String axis;
  private final List<Row> rows = new ArrayList<>();

  /**
   * An empty plot.
   *
   * @param axis what stands under it, with its unit: {@code PSNR (dB)}
   */
  public DotPlot(String title, String axis) {
    this.title = title;
    this.axis = axis;
  }

  /**
   * Adds a row below the others; values that are not finite are left out.
   *
   * @param spread how far a bar reaches to each side of the mean; none if not finite
   */
  public DotPlot row(String name, double[] values, double mean, double spread) {
    List<Double> finite = DoubleStream.of(values).filter(Double::isFinite).boxed().toList();
    rows.add(new Row(name, finite, mean, Double.isFinite(spread) ? spread : 0, ""));
    return this;
  }

  /** Adds a row with a few words in place of dots. */
  public DotPlot note(String name, String words) {
    rows.add(new Row(name, List.of(), Double.NaN, 0, words));
    return this;
  }

  /** The plot, {@value #WIDTH} pixels wide, to be shown at half its size. */
  public Picture picture() {
    boolean above = namesAreLong();
    int row = above ? NAME + ROW : ROW;
    int height = TOP + Math.max(1, rows.size()) * row + BOTTOM;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D page = image.createGraphics();
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    page.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    page.setColor(Color.WHITE);
    page.fillRect(0, 0, WIDTH, height);
    draw(page, height - BOTTOM, row, above);
    page.dispose();
    return Picture.of(image);
  }

  /**
   * Writes the plot as a PNG file.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be written
   */
  public void write(Path file) {
    picture().write(file);
  }

  String title() {
    return title;
  }

  String axis() {
    return axis;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Round numbers around all values, means and spreads. */
  Ticks ticks() {
    return Ticks.over(
        rows.stream()
            .flatMapToDouble(
                row ->
                    DoubleStream.concat(
                        row.values().stream().mapToDouble(value -> value),
                        DoubleStream.of(row.mean() - row.spread(), row.mean() + row.spread())))
            .toArray());
  }

  /** Whether names would not leave half of the width to the dots; then they stand above them. */
  private boolean namesAreLong() {
    return widestName() > WIDTH / 2.0;
  }

  private double widestName() {
    FontRenderContext context = new FontRenderContext(null, true, true);
    return rows.stream()
        .mapToDouble(row -> WORDS.getStringBounds(row.name(), context).getWidth())
        .max()
        .orElse(0);
  }

  private void draw(Graphics2D page, int bottom, int rowHeight, boolean above) {
    double left = 2 * MARGIN + (above ? 0 : widestName());
    double right = WIDTH - 2.0 * MARGIN;
    Ticks ticks = ticks();
    double unit = (right - left) / (ticks.last() - ticks.first());
    for (double tick : ticks.all()) {
      double x = left + unit * (tick - ticks.first());
      page.setColor(GRID);
      page.setStroke(new BasicStroke(1.5f));
      page.draw(new Line2D.Double(x, TOP, x, bottom));
      centred(page, NUMBERS, ticks.label(tick), x, bottom + 38.0);
    }
    centred(page, WORDS, axis, (left + right) / 2, bottom + 86.0);
    centred(page, TITLE, title, WIDTH / 2.0, TOP - 34.0);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      double y = TOP + (i + 1) * rowHeight - ROW / 2.0;
      page.setColor(INK);
      page.setFont(WORDS);
      page.drawString(row.name(), MARGIN, (float) y + 10 - (above ? NAME : 0));
      if (row.note().isEmpty()) {
        draw(page, row, y, left - unit * ticks.first(), unit);
      } else {
        page.drawString(row.note(), (float) left, (float) y + 10);
      }
    }
  }

  /** Draws a row; a value v stands at {@code zero + unit v}. */
  private static void draw(Graphics2D page, Row row, double y, double zero, double unit) {
    page.setColor(SPREAD);
    double middle = zero + unit * row.mean();
    double reach = unit * row.spread();
    page.fill(new Rectangle2D.Double(middle - reach, y - 3, 2 * reach, 6));
    page.fill(new Rectangle2D.Double(middle - 3, y - 20, 6, 40));
    page.setColor(DOTS);
    for (double value : row.values()) {
      page.fill(new Ellipse2D.Double(zero + unit * value - DOT / 2, y - DOT / 2, DOT, DOT));
    }
  }

  private static void centred(Graphics2D page, Font font, String text, double x, double y) {
    page.setColor(INK);
    page.setFont(font);
    double half = page.getFontMetrics().stringWidth(text) / 2.0;
    page.drawString(text, (float) (x - half), (float) y);
  }
}
