package io.butcherblock.names;

/**
 * The Levenshtein distance of two texts: the least number of characters to insert, delete or
 * replace so that one becomes the other (V. I. Levenshtein, Soviet Physics Doklady 10, 1966,
 * 707-710).
 */
final class EditDistance {

  private EditDistance() {}

  /** The distance, row by row (R. A. Wagner, M. J. Fischer, J. ACM 21, 1974, 168-173). */
  static int of(String from, String to) {
    // row[j]: the distance of the first i characters of from and the first j of to.
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
      }
    }
    return row[to.length()];
  }
}
