package io.butcherblock.schemes;

import io.butcherblock.stability.Complex;
import io.butcherblock.stability.StabilityRegion;
import java.util.Arrays;

/**
 * A region of stability as lines of characters: {@code .} where a scheme is stable, {@code #} where
 * it is on an axis. Pieces that fall between the characters are shown too.
 */
final class StabilityText {

  private static final int LEAST_MARGIN = 8;

  private final StabilityRegion region;
  private final PlaneWindow window;

  /** A character is about twice as high as wide. */
  private final double cell;

  /** Left of the plane, for the numbers of the imaginary axis. */
  private final int margin;

  private final int columns;
  private final int rows;
  private final int zeroColumn;
  private final int zeroRow;
  private final char[][] page;

  StabilityText(StabilityRegion region, PlaneWindow window, int width) {
    this.region = region;
    this.window = window;
    int longest =
        window.imaginaryTicks().stream().mapToInt(tick -> label(tick).length()).max().orElse(0);
    this.margin = Math.max(LEAST_MARGIN, longest + 2);
    this.columns = width - margin;
    this.cell = 2 * window.half() / columns;
    this.rows = columns / 4 * 2 + 1;
    this.zeroColumn = (int) Math.round((window.half() - window.middle()) / cell - 0.5);
    this.zeroRow = rows / 2;
    this.page = new char[rows][columns];
    fill();
  }

  private void fill() {
    boolean[][] stable = new boolean[rows][columns];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        stable[row][column] = region.contains(centre(row, column));
      }
    }
    boolean[][] missed = new boolean[rows][columns];
    for (Complex z : region.boundary()) {
      missed[row(z.im())][column(z.re())] = !isNear(stable, row(z.im()), column(z.re()));
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        page[row][column] = character(row, column, stable[row][column] || missed[row][column]);
      }
    }
  }

  private char character(int row, int column, boolean stable) {
    if (row == zeroRow && column == zeroColumn) {
      return '+';
    }
    if (row == zeroRow || column == zeroColumn) {
      return stable ? '#' : row == zeroRow ? '-' : '|';
    }
    return stable ? '.' : ' ';
  }

  private static boolean isNear(boolean[][] stable, int row, int column) {
    for (int r = Math.max(0, row - 1); r <= Math.min(stable.length - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(stable[r].length - 1, column + 1); c++) {
        if (stable[r][c]) {
          return true;
        }
      }
    }
    return false;
  }

  private Complex centre(int row, int column) {
    return new Complex((column - zeroColumn) * cell, (zeroRow - row) * 2 * cell);
  }

  private int column(double re) {
    return zeroColumn + (int) Math.round(re / cell);
  }

  private int row(double im) {
    return zeroRow - (int) Math.round(im / (2 * cell));
  }

  /** The lines, the last with the numbers of the real axis. */
  @Override
  public String toString() {
    String[] left = new String[rows];
    Arrays.fill(left, "");
    for (double tick : window.imaginaryTicks()) {
      int row = row(tick);
      if (row >= 0 && row < rows && row != zeroRow) {
        left[row] = label(tick);
      }
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      text.append(" ".repeat(margin - 2 - left[row].length())).append(left[row]).append("  ");
      text.append(new String(page[row]).stripTrailing()).append('\n');
    }
    return text.append(numbers()).append('\n').toString();
  }

  private String label(double imaginary) {
    return window.label(imaginary) + "i";
  }

  private String numbers() {
    StringBuilder line = new StringBuilder();
    for (double tick : window.realTicks()) {
      String label = window.label(tick);
      int start = margin + column(tick) - label.length() / 2;
      if (start > line.length() && start + label.length() <= margin + columns) {
        line.append(" ".repeat(start - line.length())).append(label);
      }
    }
    return line.toString();
  }
}
