package io.butcherblock.charts;

import io.butcherblock.error.PlainText;
import io.butcherblock.image.ImageOrigin;
import io.butcherblock.text.Html;
import java.util.List;

/**
 * Draws a {@link CurvePlot} as a file of SVG, whose lines and letters stay sharp at any size in a
 * paper and can be changed there.
 */
final class CurveSvg {

  private static final int LEFT = 70;
  private static final int TOP = 46;
  private static final int ACROSS = 700;
  private static final int DOWN = 340;
  private static final int WIDTH = LEFT + ACROSS + 30;
  private static final int ROW = 20;
  private static final int LEGEND = TOP + DOWN + 76;
  private static final String LEVEL = "stroke=\"#404040\" stroke-width=\"1\"";

  private final CurvePlot plot;
  private final List<Curve> curves;
  private final CurveAxes axes;

  CurveSvg(CurvePlot plot) {
    this.plot = plot;
    this.curves = plot.curves().stream().filter(curve -> !curve.isEmpty()).toList();
    this.axes =
        CurveAxes.around(
            curves,
            plot.levels().stream().mapToDouble(CurvePlot.Level::y),
            plot.mayBeLogarithmic());
  }

  String svg() {
    int height = LEGEND + ROW * (curves.size() + plot.levels().size());
    StringBuilder svg = new StringBuilder();
    svg.append(
        Html.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0"
                + " %1$d %2$d\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#222222\">\n",
            WIDTH, height));
    svg.append("<metadata>" + ImageOrigin.KEYWORD + ": " + ImageOrigin.FIGURE + "</metadata>\n");
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(svg, LEFT + ACROSS / 2, 26, "text-anchor=\"middle\" font-weight=\"bold\"", plot.title());
    appendAxes(svg);
    int row = LEGEND;
    for (CurvePlot.Level level : plot.levels()) {
      if (Double.isFinite(level.y())) {
        line(svg, LEFT, y(level.y()), LEFT + ACROSS, y(level.y()), LEVEL);
      }
    }
    for (int i = 0; i < curves.size(); i++) {
      appendCurve(svg, curves.get(i), i);
      appendLegend(svg, row, CurvePlot.lineStyle(i), curves.get(i).name());
      row += ROW;
    }
    for (CurvePlot.Level level : plot.levels()) {
      appendLegend(svg, row, LEVEL, level.name());
      row += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private void appendAxes(StringBuilder svg) {
    String grid = "stroke=\"#dddddd\"";
    for (double tick : axes.upTicks()) {
      line(svg, LEFT, y(tick), LEFT + ACROSS, y(tick), grid);
      text(svg, LEFT - 8, y(tick) + 4, "text-anchor=\"end\"", axes.upLabel(tick));
    }
    for (double tick : axes.acrossTicks()) {
      line(svg, x(tick), TOP, x(tick), TOP + DOWN, grid);
      text(svg, x(tick), TOP + DOWN + 18, "text-anchor=\"middle\"", axes.acrossLabel(tick));
    }
    text(svg, LEFT + ACROSS / 2, TOP + DOWN + 42, "text-anchor=\"middle\"", plot.xAxis());
    int middle = TOP + DOWN / 2;
    String upright = Html.format("text-anchor=\"middle\" transform=\"rotate(-90 16 %d)\"", middle);
    text(svg, 16, middle, upright, plot.yAxis());
  }

  private void appendCurve(StringBuilder svg, Curve curve, int index) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < curve.x().size(); i++) {
      points.append(Html.format("%.2f,%.2f ", x(curve.x().get(i)), y(curve.y().get(i))));
      if (curve.x().size() <= CurvePlot.MARKED) {
        svg.append(
            Html.format(
                "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\" fill=\"%s\"/>\n",
                x(curve.x().get(i)), y(curve.y().get(i)), CurvePlot.hexColor(index)));
      }
    }
    svg.append(
        "<polyline fill=\"none\" %s points=\"%s\"/>\n"
            .formatted(CurvePlot.lineStyle(index), points.toString().strip()));
  }

  private static void appendLegend(StringBuilder svg, int y, String stroke, String name) {
    line(svg, LEFT, y - 4, LEFT + 35, y - 4, stroke);
    text(svg, LEFT + 45, y, "", name);
  }

  private double x(double value) {
    return LEFT + ACROSS * axes.across(value) / 100;
  }

  private double y(double value) {
    return TOP + DOWN * axes.down(value) / 100;
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String style) {
    svg.append(
        Html.format(
            "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" %s/>\n", x1, y1, x2, y2, style));
  }

  private static void text(StringBuilder svg, double x, double y, String style, String text) {
    svg.append(
        Html.format(
            "<text x=\"%.2f\" y=\"%.2f\" %s>%s</text>\n",
            x, y, style, Html.escape(PlainText.of(text))));
  }
}
