package io.butcherblock.schemes;

import io.butcherblock.pictures.Picture;
import io.butcherblock.stability.Complex;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A square of the plane of h lambda with its frame, axes and numbers, a title and a legend. */
final class PlaneCanvas {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 872;
  private static final int LEFT = 104;
  private static final int TOP = 68;
  private static final int SIDE = 660;
  private static final int TICK = 6;
  private static final int LEGEND = TOP + SIDE + 88;

  private static final int COLUMN = 276;
  private static final int ROW = 30;
  static final float SWATCH = 34;
  private static final String SYMBOLS = "\u03bb\u2264";

  private static final Color INK = new Color(0x222222);
  private static final Color AXIS = new Color(0x777777);
  private static final Font NUMBERS = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
  private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 25);

  private final PlaneWindow window;
  private final PlaneFrame frame;
  private final BufferedImage image =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
  private final Graphics2D page;

  PlaneCanvas(String title, PlaneWindow window) {
    this.window = window;
    this.frame = new PlaneFrame(LEFT, TOP, SIDE, window);
    this.page = image.createGraphics();
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    page.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    page.setColor(Color.WHITE);
    page.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    page.setColor(INK);
    centred(TITLE, title, LEFT + SIDE / 2.0, TOP - 24);
  }

  PlaneFrame frame() {
    return frame;
  }

  /** What draws within the frame only. */
  Graphics2D inside() {
    Graphics2D inside = (Graphics2D) page.create();
    inside.clip(new Rectangle2D.Double(LEFT, TOP, SIDE, SIDE));
    return inside;
  }

  double x(Complex z) {
    return frame.x(z);
  }

  double y(Complex z) {
    return frame.y(z);
  }

  /** The column of pixels of the picture that a point lies in. */
  int column(Complex z) {
    return (int) x(z);
  }

  /** The row of pixels, from the top. */
  int row(Complex z) {
    return (int) y(z);
  }

  /** Draws the two axes. */
  void axes() {
    page.setColor(AXIS);
    page.setStroke(new BasicStroke(1));
    Complex zero = new Complex(0, 0);
    page.draw(new Line2D.Double(LEFT, y(zero), LEFT + SIDE, y(zero)));
    page.draw(new Line2D.Double(x(zero), TOP, x(zero), TOP + SIDE));
  }

  /** Draws the frame with numbers and what they are. */
  void drawFrame() {
    page.setColor(INK);
    page.setStroke(new BasicStroke(1.4f));
    page.draw(new Rectangle2D.Double(LEFT, TOP, SIDE, SIDE));
    for (double tick : window.realTicks()) {
      double x = x(new Complex(tick, 0));
      page.draw(new Line2D.Double(x, TOP + SIDE, x, TOP + SIDE - TICK));
      centred(NUMBERS, window.label(tick), x, TOP + SIDE + 24);
    }
    for (double tick : window.imaginaryTicks()) {
      double y = y(new Complex(0, tick));
      page.draw(new Line2D.Double(LEFT, y, LEFT + TICK, y));
      String label = window.label(tick);
      page.setFont(NUMBERS);
      float right = LEFT - 10f - page.getFontMetrics().stringWidth(label);
      page.drawString(label, right, (float) y + 6.5f);
    }
    centred(WORDS, symbols("Re(h lambda)"), LEFT + SIDE / 2.0, TOP + SIDE + 54);
    AffineTransform upright = page.getTransform();
    page.rotate(-Math.PI / 2, 32, TOP + SIDE / 2.0);
    centred(WORDS, symbols("Im(h lambda)"), 32, TOP + SIDE / 2.0);
    page.setTransform(upright);
  }

  /** Draws a piece of a line or an area before an entry of the legend. */
  void swatch(int column, int row, Color color, float width, float thickness) {
    page.setColor(color);
    double x = LEFT + column * COLUMN + (SWATCH - width) / 2;
    // From a whole row of pixels on, so that a thin line keeps its color.
    double y = LEGEND + row * ROW - 6 - Math.round(thickness / 2);
    page.fill(new Rectangle2D.Double(x, y, width, thickness));
  }

  /** Draws an entry of the legend below the plot. */
  void legend(int column, int row, String text) {
    page.setColor(INK);
    page.setFont(NUMBERS);
    page.drawString(symbols(text), LEFT + column * COLUMN + 44, LEGEND + row * ROW);
  }

  /** Greek letters and signs, where the machine's font has them. */
  private static String symbols(String text) {
    return NUMBERS.canDisplayUpTo(SYMBOLS) < 0
        ? text.replace("lambda", SYMBOLS.substring(0, 1)).replace("<=", SYMBOLS.substring(1))
        : text;
  }

  Picture picture() {
    return Picture.of(image);
  }

  private void centred(Font font, String text, double x, double y) {
    page.setFont(font);
    FontMetrics metrics = page.getFontMetrics();
    page.drawString(text, (float) (x - metrics.stringWidth(text) / 2.0), (float) y);
  }
}
