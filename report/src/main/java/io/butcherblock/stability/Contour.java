package io.butcherblock.stability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The rim of a set of the plane as closed curves, by marching squares: each cell of a grid whose
 * corners are not all inside holds pieces of the rim, from edge to edge. Where the rim crosses an
 * edge is found by bisection.
 */
public final class Contour {

  /** A cell's corners, counter-clockwise. */
  private static final int[][] CORNERS = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};

  private static final int BISECTIONS = 12;

  /** An edge between neighbouring corners of the grid. */
  private record Edge(int column, int row, boolean upright) {}

  private final Predicate<Complex> set;
  private final Extent extent;
  private final int cells;
  private final boolean[][] inside;

  /** Where the rim continues, from an edge at which it is met to the next. */
  private final Map<Edge, Edge> next = new LinkedHashMap<>();

  private Contour(Predicate<Complex> set, Extent extent, int cells) {
    this.set = set;
    this.extent = extent;
    this.cells = cells;
    this.inside = new boolean[cells + 1][cells + 1];
    for (int column = 0; column <= cells; column++) {
      for (int row = 0; row <= cells; row++) {
        inside[column][row] = set.test(corner(column, row));
      }
    }
  }

  /**
   * The closed curves around {@code set}, which lies within {@code extent}.
   *
   * @param cells how many cells the grid has each way
   */
  public static List<List<Complex>> around(Predicate<Complex> set, Extent extent, int cells) {
    Contour contour = new Contour(set, extent, cells);
    for (int column = 0; column < cells; column++) {
      for (int row = 0; row < cells; row++) {
        contour.connect(column, row);
      }
    }
    return contour.curves();
  }

  /** Walks around the cell: from an edge at which the set is left to the next that enters it. */
  private void connect(int column, int row) {
    for (int side = 0; side < 4; side++) {
      if (isInside(column, row, side) && !isInside(column, row, side + 1)) {
        int entry = side + 1;
        while (!isInside(column, row, entry + 1)) {
          entry++;
        }
        next.put(edge(column, row, side), edge(column, row, entry));
      }
    }
  }

  private boolean isInside(int column, int row, int corner) {
    int[] c = CORNERS[corner % 4];
    return inside[column + c[0]][row + c[1]];
  }

  private static Edge edge(int column, int row, int side) {
    return switch (side % 4) {
      case 0 -> new Edge(column, row, false);
      case 1 -> new Edge(column + 1, row, true);
      case 2 -> new Edge(column, row + 1, false);
      default -> new Edge(column, row, true);
    };
  }

  private List<List<Complex>> curves() {
    List<List<Complex>> curves = new ArrayList<>();
    while (!next.isEmpty()) {
      List<Complex> curve = new ArrayList<>();
      Edge edge = next.keySet().iterator().next();
      while (edge != null) {
        curve.add(crossing(edge));
        edge = next.remove(edge);
      }
      curves.add(curve);
    }
    return curves;
  }

  private Complex crossing(Edge edge) {
    Complex in = corner(edge.column(), edge.row());
    Complex out =
        corner(edge.column() + (edge.upright() ? 0 : 1), edge.row() + (edge.upright() ? 1 : 0));
    if (!inside[edge.column()][edge.row()]) {
      Complex swapped = in;
      in = out;
      out = swapped;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      Complex middle = in.plus(out).times(0.5);
      if (set.test(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return in;
  }

  private Complex corner(int column, int row) {
    return new Complex(
        extent.left() + extent.width() * column / cells,
        -extent.top() + extent.height() * row / cells);
  }
}
