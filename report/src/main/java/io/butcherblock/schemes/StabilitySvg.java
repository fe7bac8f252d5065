package io.butcherblock.schemes;

import io.butcherblock.stability.Complex;
import io.butcherblock.text.Html;
import java.awt.Shape;
import java.util.Locale;

/** Draws a {@link StabilityPlot} as SVG in the colors of a page. */
final class StabilitySvg {

  private static final int LEFT = 40;
  private static final int TOP = 8;
  private static final int SIDE = 280;
  private static final int WIDTH = LEFT + SIDE + 12;
  private static final int HEIGHT = TOP + SIDE + 44;
  private static final double DOT = 2.5;

  private final StabilityPlot plot;
  private final String name;
  private final PlaneFrame frame;
  private final String clip;

  /**
   * A drawing.
   *
   * @param name of the scheme
   * @param clip a name that nothing else on the page has
   */
  StabilitySvg(StabilityPlot plot, String name, String clip) {
    this.plot = plot;
    this.name = name;
    this.clip = clip;
    this.frame = new PlaneFrame(LEFT, TOP, SIDE, plot.window());
  }

  String svg() {
    StabilityShapes shapes = plot.shapes(frame);
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, HEIGHT, Html.escape(alternative())));
    svg.append(
        "<clipPath id=\"%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>\n<g clip-path=\"url(#%s)\">\n"
            .formatted(clip, LEFT, TOP, SIDE, SIDE, clip));
    Shape rim = shapes.rim(DOT);
    append(svg, "region", rim);
    Complex zero = new Complex(0, 0);
    appendLine(svg, "axis", LEFT, frame.y(zero), LEFT + SIDE, frame.y(zero));
    appendLine(svg, "axis", frame.x(zero), TOP, frame.x(zero), TOP + SIDE);
    if (plot.isMultistep()) {
      append(svg, "locus", shapes.locus());
    }
    append(svg, "rim", rim);
    if (!plot.hasInterior()) {
      append(svg, "reach", shapes.boundary());
      if (plot.isPoint()) {
        append(svg, "reach-dot", shapes.origin(2 * DOT));
      }
    }
    plot.intervals(shapes).forEach(interval -> append(svg, "reach", interval));
    for (double[] block : plot.trained()) {
      shapes.outlines(block).forEach(outline -> append(svg, "locus", outline));
    }
    svg.append("</g>\n");
    appendNumbers(svg);
    return svg.append("</svg>\n").toString();
  }

  private void appendNumbers(StringBuilder svg) {
    svg.append(
        "<rect class=\"frame\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
            .formatted(LEFT, TOP, SIDE, SIDE));
    for (double tick : plot.window().realTicks()) {
      svg.append(
          Html.format(
              "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n",
              frame.x(new Complex(tick, 0)), TOP + SIDE + 17, plot.window().label(tick)));
    }
    for (double tick : plot.window().imaginaryTicks()) {
      svg.append(
          Html.format(
              "<text class=\"tick\" x=\"%d\" y=\"%.1f\" dy=\".33em\""
                  + " text-anchor=\"end\">%s</text>\n",
              LEFT - 6,
              frame.y(new Complex(0, tick)),
              tick == 0 ? "0" : plot.window().label(tick) + "i"));
    }
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">h\u03bb</text>\n"
            .formatted(LEFT + SIDE / 2, HEIGHT - 6));
  }

  private static void append(StringBuilder svg, String style, Shape shape) {
    svg.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(style, SvgPath.of(shape)));
  }

  private static void appendLine(
      StringBuilder svg, String style, double x1, double y1, double x2, double y2) {
    svg.append(
        Html.format(
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
            style, x1, y1, x2, y2));
  }

  private String alternative() {
    return "Region of absolute stability of " + name + ": " + intervals();
  }

  /** How far the scheme is stable along both axes, in words. */
  String intervals() {
    return "real axis " + real() + ", imaginary axis " + imaginary();
  }

  private String real() {
    double r = plot.realInterval();
    if (Double.isNaN(r)) {
      return "not computed";
    }
    return r > 0 ? String.format(Locale.ROOT, "[-%.4f, 0]", r) : "0 only";
  }

  private String imaginary() {
    double r = plot.imaginaryInterval();
    if (Double.isNaN(r)) {
      return "not computed";
    }
    return r > 0 ? String.format(Locale.ROOT, "i [-%.4f, %.4f]", r, r) : "0 only";
  }
}
