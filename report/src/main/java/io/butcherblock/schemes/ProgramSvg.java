package io.butcherblock.schemes;

import io.butcherblock.text.Html;
import java.util.List;

/**
 * Draws a {@link ProgramDiagram} as SVG: its nodes below one another in the order in which they are
 * computed, and an arc for each value that is used later than in the next node. Arcs from inputs
 * are at the left, others at the right.
 */
final class ProgramSvg {

  private static final int ROW = 46;
  private static final int TOP = 22;
  private static final int HALF_HEIGHT = 13;

  /** Of a letter of the nodes' font, with a little to spare. */
  private static final double CHARACTER = 7;

  private static final int LEAST_REACH = 20;
  private static final int MOST_REACH = 96;
  private static final int STEP = 17;
  private static final int MIDDLE = 160;
  private static final double HEAD = 6;

  private final String title;
  private final List<ProgramDiagram.Node> nodes;

  ProgramSvg(String title, ProgramDiagram diagram) {
    this.title = title;
    this.nodes = diagram.nodes();
  }

  String svg() {
    int height = 2 * TOP + (nodes.size() - 1) * ROW;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(
                2 * MIDDLE,
                height,
                Html.escape("Block program of " + title + " as a graph; its text is below.")));
    FactorLabels factors = new FactorLabels();
    for (int to = 0; to < nodes.size(); to++) {
      for (ProgramDiagram.Arrow arrow : nodes.get(to).incoming()) {
        int from = arrow.from();
        if (from == to - 1) {
          appendLine(svg, factors, from, to, arrow.label());
        } else {
          appendArc(svg, factors, from, to, arrow.label());
        }
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      append(svg, nodes.get(i), y(i));
    }
    return svg.append(factors.svg()).append("</svg>\n").toString();
  }

  private static double y(int row) {
    return TOP + (double) row * ROW;
  }

  private void appendLine(StringBuilder svg, FactorLabels factors, int from, int to, String label) {
    double top = y(from) + halfHeight(from);
    double end = y(to) - halfHeight(to);
    svg.append(
        Html.format(
            "<path class=\"arc\" d=\"M%1$d %2$.1fV%3$.1f\"/><path class=\"head\" d=\"M%1$d"
                + " %4$.1fl-4 -%5$.0fh8z\"/>\n",
            MIDDLE, top, end - HEAD, end, HEAD));
    if (!label.isEmpty()) {
      factors.add(MIDDLE + 6, (top + end - HEAD) / 2, /* endsThere= */ false, label);
    }
  }

  private void appendArc(StringBuilder svg, FactorLabels factors, int from, int to, String label) {
    int side = nodes.get(from).kind() == ProgramDiagram.Kind.INPUT ? -1 : 1;
    double start = MIDDLE + side * halfWidth(nodes.get(from));
    double end = MIDDLE + side * (halfWidth(nodes.get(to)) + HEAD);
    double reach = reach(Math.abs(to - from));
    double apex = MIDDLE + side * (20 + reach);
    // The middle of a cubic is three quarters of the way to its two inner points.
    double inner = start + (apex - start) * 4 / 3;
    svg.append(
        Html.format(
            "<path class=\"arc\" d=\"M%.1f %.1fC%3$.1f %2$.1f %3$.1f %5$.1f %4$.1f %5$.1f\"/><path"
                + " class=\"head\" d=\"M%6$.1f %5$.1fl%7$.0f -4v8z\"/>\n",
            start, y(from), inner, end, y(to), end - side * HEAD, side * HEAD));
    if (!label.isEmpty()) {
      factors.add(apex + side * 3.0, (y(from) + y(to)) / 2, side < 0, label);
    }
  }

  /** Longer arcs go farther out; those of many rows are closer to one another. */
  private double reach(int rows) {
    int most = Math.max(1, nodes.size() - 2);
    double step = Math.min(STEP, (double) (MOST_REACH - LEAST_REACH) / most);
    return LEAST_REACH + step * (rows - 1);
  }

  private static double halfWidth(ProgramDiagram.Node node) {
    double text = node.label().length() * CHARACTER / 2 + 5;
    return switch (node.kind()) {
      case SUM -> HALF_HEIGHT - 2.0;
      case EVALUATION -> Math.max(24, text);
      case INPUT, OUTPUT -> Math.max(22, text);
    };
  }

  private double halfHeight(int node) {
    return nodes.get(node).kind() == ProgramDiagram.Kind.SUM ? HALF_HEIGHT - 2.0 : HALF_HEIGHT;
  }

  private static void append(StringBuilder svg, ProgramDiagram.Node node, double y) {
    double half = halfWidth(node);
    svg.append(
        switch (node.kind()) {
          case SUM ->
              Html.format(
                  "<circle class=\"node\" cx=\"%d\" cy=\"%.1f\" r=\"%d\"/>",
                  MIDDLE, y, HALF_HEIGHT - 2);
          case EVALUATION ->
              Html.format(
                  "<rect class=\"node evaluation\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\""
                      + " height=\"%d\" rx=\"3\"/>",
                  MIDDLE - half, y - HALF_HEIGHT, 2 * half, 2 * HALF_HEIGHT);
          case INPUT, OUTPUT ->
              Html.format(
                  "<rect class=\"node\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\""
                      + " rx=\"%d\"/>",
                  MIDDLE - half, y - HALF_HEIGHT, 2 * half, 2 * HALF_HEIGHT, HALF_HEIGHT);
        });
    svg.append(
        Html.format(
            "<text x=\"%d\" y=\"%.1f\" dy=\".34em\" text-anchor=\"middle\">%s</text>\n",
            MIDDLE, y, Html.escape(node.label())));
  }
}
