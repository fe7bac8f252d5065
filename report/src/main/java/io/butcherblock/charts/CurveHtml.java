package io.butcherblock.charts;

import io.butcherblock.text.AllDigits;
import io.butcherblock.text.Html;
import io.butcherblock.text.TableHtml;
import io.butcherblock.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a {@link CurvePlot} as SVG, whose texts keep their size on a phone, with its values as a
 * table; chart.js reads them off at the pointer.
 */
public final class CurveHtml {

  /** As many as a screen has columns. */
  private static final int MOST_POINTS = 1500;

  private static final int MOST_ROWS = 60;
  private static final int COLORS = 7;

  /** No divisor of the colors, so that 28 curves are all drawn in different ways. */
  private static final int DASHES = 4;

  private static final int MARKED = 30;

  /** A unit stands in brackets behind a quantity. */
  private static final Pattern UNIT = Pattern.compile(".*\\(([A-Za-z]+)\\)");

  private final CurvePlot plot;
  private final String caption;
  private final List<Curve> curves;
  private final CurveAxes axes;
  private final String unit;
  private final String xUnit;
  private final int digits;

  /**
   * Curves on a page.
   *
   * @param caption what stands under them; may be empty
   */
  public CurveHtml(CurvePlot plot, String caption) {
    this.plot = plot;
    this.caption = caption;
    this.curves =
        plot.curves().stream()
            .filter(curve -> !curve.isEmpty())
            .map(curve -> curve.thinned(MOST_POINTS))
            .toList();
    this.axes =
        CurveAxes.around(
            curves,
            plot.levels().stream().mapToDouble(CurvePlot.Level::y),
            plot.mayBeLogarithmic());
    this.unit = unit(plot.yAxis());
    this.xUnit = unit(plot.xAxis());
    this.digits = digits(Math.max(Math.abs(axes.low()), Math.abs(axes.high())));
  }

  private static String unit(String axis) {
    Matcher matcher = UNIT.matcher(axis);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /** So many that the largest value has five digits, and at least two of them. */
  private static int digits(double largest) {
    return (int) Math.max(2, 4 - Math.floor(Math.log10(Math.max(largest, 1e-9))));
  }

  /** What stands in the page: a figure. */
  public String html() {
    StringBuilder html = new StringBuilder();
    html.append(
        Html.format(
            "<figure class=\"chart\" data-from=\"%s\" data-to=\"%s\" data-low=\"%s\""
                + " data-high=\"%s\" data-logarithmic=\"%s\" data-digits=\"%d\" data-unit=\"%s\""
                + " data-x-unit=\"%s\">\n",
            axes.from(),
            axes.to(),
            axes.low(),
            axes.high(),
            axes.logarithmic(),
            digits,
            unit,
            xUnit));
    html.append("<p class=\"chart-title\">" + Html.escape(plot.title()) + "</p>\n");
    appendLegend(html);
    String scale = axes.logarithmic() ? ", logarithmic" : "";
    html.append("<p class=\"y-title\">" + Html.escape(plot.yAxis() + scale) + "</p>\n");
    appendPlot(html);
    html.append("<p class=\"x-title\">" + Html.escape(plot.xAxis()) + "</p>\n");
    html.append(
        "<label class=\"read\" hidden>Read off at <output></output> <input type=\"range\" min=\"0\""
            + " value=\"0\"></label>\n");
    if (!curves.isEmpty()) {
      html.append("<details><summary>Values as a table</summary>\n");
      html.append(new TableHtml(values()).tall()).append("</details>\n");
    }
    return html.append(Html.caption(caption)).append("</figure>\n").toString();
  }

  private void appendLegend(StringBuilder html) {
    html.append("<ul class=\"legend\">\n");
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      html.append(
          Html.format(
              "<li data-name=\"%s\" data-fill=\"f%d\" data-x=\"%s\" data-y=\"%s\""
                  + " data-steps=\"%s\">%s%s <span class=\"value\">%s</span></li>\n",
              Html.escape(curve.name()),
              i % COLORS,
              numbers(curve.x()),
              numbers(curve.y()),
              numbers(curve.steps()),
              swatch(line(i)),
              Html.escape(curve.name()),
              value(curve.last())));
    }
    for (CurvePlot.Level level : plot.levels()) {
      html.append(
          "<li>%s%s <span class=\"value\">%s</span></li>\n"
              .formatted(swatch("level"), Html.escape(level.name()), value(level.y())));
    }
    html.append("</ul>\n");
  }

  private static String line(int index) {
    return "line s%s d%s".formatted(index % COLORS, index % DASHES);
  }

  private static String swatch(String style) {
    return "<svg width=\"28\" height=\"8\" aria-hidden=\"true\"><line class=\"%s\" x1=\"1\" x2=\"27\" y1=\"4\" y2=\"4\"/></svg>"
        .formatted(style);
  }

  private void appendPlot(StringBuilder html) {
    html.append(
        "<div class=\"plot\"><svg class=\"axes\" width=\"100%%\" height=\"100%%\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(Html.escape(alternative())));
    for (double tick : axes.upTicks()) {
      html.append(
          Html.format(
              "<line class=\"grid\" x1=\"0\" x2=\"100%%\" y1=\"%2$.3f%%\" y2=\"%2$.3f%%\"/><text"
                  + " class=\"tick\" x=\"-8\" y=\"%2$.3f%%\" dy=\".33em\""
                  + " text-anchor=\"end\">%1$s</text>\n",
              axes.upLabel(tick), axes.down(tick)));
    }
    for (double tick : axes.acrossTicks()) {
      html.append(
          Html.format(
              "<line class=\"grid\" y1=\"0\" y2=\"100%%\" x1=\"%2$.3f%%\" x2=\"%2$.3f%%\"/><text"
                  + " class=\"tick\" y=\"100%%\" dy=\"1.5em\" x=\"%2$.3f%%\""
                  + " text-anchor=\"middle\">%1$s</text>\n",
              axes.acrossLabel(tick), axes.across(tick)));
    }
    for (CurvePlot.Level level : plot.levels()) {
      if (Double.isFinite(level.y())) {
        html.append(
            Html.format(
                "<line class=\"level\" x1=\"0\" x2=\"100%%\" y1=\"%1$.3f%%\" y2=\"%1$.3f%%\"/>\n",
                axes.down(level.y())));
      }
    }
    html.append(
        "<svg viewBox=\"0 0 100 100\" preserveAspectRatio=\"none\" width=\"100%\""
            + " height=\"100%\">\n");
    for (int i = 0; i < curves.size(); i++) {
      html.append(
          "<polyline class=\"%s\" points=\"%s\"/>\n".formatted(line(i), points(curves.get(i))));
    }
    html.append("</svg>\n");
    for (int i = 0; i < curves.size(); i++) {
      appendMarks(html, curves.get(i), i % COLORS);
    }
    html.append("</svg></div>\n");
  }

  /** Curves of few points show each of them. */
  private void appendMarks(StringBuilder html, Curve curve, int color) {
    for (int i = 0; i < curve.x().size() && curve.x().size() <= MARKED; i++) {
      html.append(
          Html.format(
              "<circle class=\"f%d\" r=\"2.5\" cx=\"%.3f%%\" cy=\"%.3f%%\"/>\n",
              color, axes.across(curve.x().get(i)), axes.down(curve.y().get(i))));
    }
  }

  private String points(Curve curve) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < curve.x().size(); i++) {
      points.append(
          Html.format("%.3f,%.3f ", axes.across(curve.x().get(i)), axes.down(curve.y().get(i))));
    }
    return points.toString().strip();
  }

  /** What the picture shows, for people who cannot see it. */
  private String alternative() {
    return plot.title()
        + ". "
        + curves.stream()
            .map(
                curve ->
                    "%s: from %s to %s %s"
                        .formatted(
                            curve.name(),
                            value(curve.y().get(0)),
                            value(curve.last()),
                            between(curve)))
            .collect(Collectors.joining("; "))
        + ". The values are in the table below.";
  }

  private String between(Curve curve) {
    return xUnit.isEmpty()
        ? Html.format(
            "between step %.0f and %.0f", curve.x().get(0), curve.x().get(curve.x().size() - 1))
        : Html.format("in %.0f %s", curve.x().get(curve.x().size() - 1), xUnit);
  }

  private String value(double y) {
    if (!Double.isFinite(y)) {
      return "inf";
    }
    return number(y) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** Digits are those of the largest value, of which a very small one, as of a rate, has none. */
  private String number(double y) {
    boolean small = y != 0 && Math.abs(y) < Math.pow(10, -digits);
    return String.format(Locale.ROOT, small ? "%.2e" : "%." + digits + "f", y);
  }

  private TextTable values() {
    List<String> head = new ArrayList<>(List.of(plot.xAxis()));
    curves.forEach(curve -> head.add(curve.name()));
    TextTable table = new TextTable(head.toArray(String[]::new));
    List<Curve> shown = curves.stream().map(curve -> curve.thinned(MOST_ROWS)).toList();
    TreeSet<Double> all = new TreeSet<>();
    shown.forEach(curve -> all.addAll(curve.x()));
    for (double x : all) {
      List<String> row =
          new ArrayList<>(List.of(xUnit.isEmpty() ? AllDigits.of(x) : Html.format("%.1f", x)));
      for (Curve curve : shown) {
        int at = curve.x().indexOf(x);
        row.add(at < 0 ? "" : number(curve.y().get(at)));
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  private static String numbers(List<Double> values) {
    return values.stream().map(AllDigits::of).collect(Collectors.joining(" "));
  }
}
