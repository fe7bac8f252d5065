package io.butcherblock.schemes;

import io.butcherblock.text.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The factors beside the arcs of a diagram. Arcs that span the same rows have their factors at one
 * height, where one would be written over the other: it moves up or down its arc, which is nearly
 * upright there.
 */
final class FactorLabels {

  /** Of the font of a factor, in units of the diagram. */
  private static final int HEIGHT = 13;

  private static final int CHARACTER = 7;
  private static final int MOST_CHARACTERS = 8;

  /** The most places that are tried above, and below, the middle of an arc. */
  private static final int MOST_MOVES = 8;

  private record Box(double left, double right, double y) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && Math.abs(y - other.y) < HEIGHT;
    }
  }

  private final List<Box> taken = new ArrayList<>();
  private final StringBuilder svg = new StringBuilder();

  /**
   * Adds one.
   *
   * @param x where the text begins, or ends
   * @param y its middle, if there is room
   */
  void add(double x, double y, boolean endsThere, String label) {
    String shown =
        label.length() > MOST_CHARACTERS
            ? label.substring(0, MOST_CHARACTERS - 1) + "\u2026"
            : label;
    int width = CHARACTER * shown.length();
    Box box = free(endsThere ? x - width : x, width, y);
    taken.add(box);
    svg.append(
        Html.format(
            "<text class=\"factor\" x=\"%.1f\" y=\"%.1f\" dy=\".33em\""
                + " text-anchor=\"%s\">%s</text>\n",
            x, box.y, endsThere ? "end" : "start", Html.escape(shown)));
  }

  private Box free(double left, int width, double y) {
    Box middle = new Box(left, left + width, y);
    return IntStream.rangeClosed(0, MOST_MOVES)
        .boxed()
        .flatMap(move -> Stream.of(y + move * HEIGHT, y - move * HEIGHT))
        .map(moved -> new Box(left, left + width, moved))
        .filter(box -> taken.stream().noneMatch(box::meets))
        .findFirst()
        .orElse(middle);
  }

  String svg() {
    return svg.toString();
  }
}
