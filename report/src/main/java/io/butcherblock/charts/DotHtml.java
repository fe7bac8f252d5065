package io.butcherblock.charts;

import io.butcherblock.text.Html;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a {@link DotPlot} as SVG, whose texts keep their size on a phone. */
public final class DotHtml {

  private static final int ROW = 46;
  private static final int LINE = 16;

  /** So many letters fit on a phone. */
  private static final int LETTERS = 44;

  private static final int AXIS = 24;

  private final DotPlot plot;
  private final String caption;
  private final Ticks ticks;

  /**
   * Rows of dots on a page.
   *
   * @param caption what stands under them; may be empty
   */
  public DotHtml(DotPlot plot, String caption) {
    this.plot = plot;
    this.caption = caption;
    this.ticks = plot.ticks();
  }

  /** What stands in the page: a figure. */
  public String html() {
    List<DotPlot.Row> rows = plot.rows();
    int bottom = Math.max(ROW, rows.stream().mapToInt(DotHtml::height).sum());
    StringBuilder html = new StringBuilder("<figure class=\"dots\">\n");
    html.append("<p class=\"chart-title\">" + Html.escape(plot.title()) + "</p>\n");
    html.append(
        "<svg width=\"100%%\" height=\"%s\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(bottom + AXIS, Html.escape(alternative())));
    for (double tick : labelled()) {
      html.append(
          Html.format(
              "<line class=\"grid\" x1=\"%1$.3f%%\" x2=\"%1$.3f%%\" y1=\"0\" y2=\"%2$d\"/><text"
                  + " class=\"tick\" x=\"%1$.3f%%\" y=\"%3$d\""
                  + " text-anchor=\"middle\">%4$s</text>\n",
              across(tick), bottom, bottom + 17, ticks.label(tick)));
    }
    int top = 0;
    for (DotPlot.Row row : rows) {
      append(html, row, top);
      top += height(row);
    }
    html.append("</svg>\n<p class=\"x-title\">" + Html.escape(plot.axis()) + "</p>\n");
    return html.append(Html.caption(caption)).append("</figure>\n").toString();
  }

  /** Every second number where there are many: the page may be narrow. */
  private List<Double> labelled() {
    List<Double> all = ticks.all();
    int every = all.size() > 5 ? 2 : 1;
    return Stream.iterate(0, i -> i < all.size(), i -> i + every).map(all::get).toList();
  }

  private void append(StringBuilder html, DotPlot.Row row, int top) {
    List<String> lines = lines(row);
    for (int i = 0; i < lines.size(); i++) {
      html.append(
          "<text class=\"name\" x=\"0\" y=\"%s\">%s</text>\n"
              .formatted(top + 15 + i * LINE, Html.escape(lines.get(i))));
    }
    if (!row.note().isEmpty()) {
      return;
    }
    int y = top + height(row) - 17;
    html.append(
        Html.format(
            "<line class=\"spread\" x1=\"%.3f%%\" x2=\"%.3f%%\" y1=\"%3$d\" y2=\"%3$d\"/>\n",
            across(row.mean() - row.spread()), across(row.mean() + row.spread()), y));
    html.append(
        Html.format(
            "<line class=\"mean\" x1=\"%1$.3f%%\" x2=\"%1$.3f%%\" y1=\"%2$d\" y2=\"%3$d\"/>\n",
            across(row.mean()), y - 9, y + 9));
    for (double value : row.values()) {
      html.append(
          Html.format(
              "<circle class=\"f0\" r=\"4.5\" cx=\"%.3f%%\" cy=\"%d\"/>\n", across(value), y));
    }
  }

  private static int height(DotPlot.Row row) {
    return ROW + (lines(row).size() - 1) * LINE;
  }

  /** The name and the note: SVG breaks no lines. */
  private static List<String> lines(DotPlot.Row row) {
    return BrokenName.lines(
        row.note().isEmpty() ? row.name() : row.name() + ": " + row.note(), LETTERS);
  }

  /** Within the middle, so that the numbers at the ends have room. */
  private double across(double value) {
    return 4 + 92 * (value - ticks.first()) / (ticks.last() - ticks.first());
  }

  private String alternative() {
    return plot.title()
        + ". "
        + plot.rows().stream()
            .map(
                row ->
                    row.name()
                        + (row.note().isEmpty()
                            ? Html.format(": mean %.3f", row.mean())
                            : ": " + row.note()))
            .collect(Collectors.joining("; "))
        + ".";
  }
}
