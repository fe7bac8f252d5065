package io.butcherblock.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How the columns of a table are made to fit a width. */
final class FittedColumns {

  /** A column of text is not made narrower than this, nor than its longest word. */
  private static final int LEAST = 8;

  /** A dash and a slash stay with what is before them. */
  private static final Pattern WORDS = Pattern.compile(" |(?<=[-/])");

  private FittedColumns() {}

  /**
   * Makes the widest columns that may be wrapped narrower until all fit, or can be no narrower.
   *
   * @param natural widths of the columns without wrapping
   * @param canWrap whether a column may be wrapped
   * @param words the length of the longest word of each column; one that is longer than a third of
   *     the table, as the name of a file can be, is divided
   * @param width of the table, with two blanks between columns
   */
  static int[] widths(int[] natural, boolean[] canWrap, int[] words, int width) {
    int[] widths = natural.clone();
    while (total(widths) > width) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        int least = words[i] > width / 3 ? LEAST : Math.max(LEAST, words[i]);
        if (canWrap[i] && widths[i] > least && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  static int total(int[] widths) {
    return IntStream.of(widths).sum() + 2 * (widths.length - 1);
  }

  /**
   * Divides columns into groups that each fit below one another, each with the key columns, or with
   * the first of these alone where there is no place for others beside all of them.
   *
   * @param keys of these columns, the first one first
   * @return the columns of each group; one group, if all fit
   */
  static List<List<Integer>> groups(int[] widths, List<Integer> keys, int width) {
    List<Integer> all = IntStream.range(0, widths.length).boxed().toList();
    if (total(widths) <= width) {
      return List.of(all);
    }
    int ofKeys = total(keys.stream().mapToInt(key -> widths[key]).toArray());
    List<Integer> others = all.stream().filter(column -> !keys.contains(column)).toList();
    int widest = others.stream().mapToInt(column -> widths[column]).max().orElse(0);
    if (keys.size() > 1 && ofKeys + 2 + widest > width) {
      return groups(widths, keys.subList(0, 1), width);
    }
    List<List<Integer>> groups = new ArrayList<>();
    List<Integer> group = new ArrayList<>(keys);
    int used = ofKeys;
    for (int i : others) {
      if (used + 2 + widths[i] > width && group.size() > keys.size()) {
        groups.add(group);
        group = new ArrayList<>(keys);
        used = ofKeys;
      }
      group.add(i);
      used += 2 + widths[i];
    }
    groups.add(group);
    return groups;
  }

  /** The length of the longest part of a cell that {@link #lines} does not divide without need. */
  static int longestWord(String cell) {
    return Stream.of(WORDS.split(cell))
        .mapToInt(word -> word.codePointCount(0, word.length()))
        .max()
        .orElse(0);
  }

  /** A cell as lines of a width, divided at blanks, dashes and slashes where there are some. */
  static List<String> lines(String cell, int width) {
    List<String> lines = new ArrayList<>();
    int[] points = cell.codePoints().toArray();
    int from = 0;
    while (points.length - from > width) {
      int to = from + width;
      int at = to;
      while (at > from && points[at] != ' ' && points[at - 1] != '-' && points[at - 1] != '/') {
        at--;
      }
      int end = at > from ? at : to;
      lines.add(new String(points, from, end - from).stripTrailing());
      from = end;
      while (from < points.length && points[from] == ' ') {
        from++;
      }
    }
    lines.add(new String(points, from, points.length - from));
    return lines;
  }
}
