package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of a tableau, cut at its bar.
 *
 * @param left the words left of the bar
 * @param right the words right of it
 */
record TableauRow(TextLine line, List<Excerpt> left, List<Excerpt> right) {

  private static final Pattern WORD = Pattern.compile("\\S+");

  /** The bar of the keyboard, those of print, and those that draw boxes. */
  static final String BARS = "|\u00a6\u2223\u2758\uff5c\u2502\u2503";

  private static final Pattern BAR = Pattern.compile("[" + BARS + "]");

  static final String ROOT = "sqrt";

  /** An operator that lacks the number before or behind it. */
  private static final Pattern TORN = Pattern.compile("[*/].*|.*[-+*/\u2212]");

  /**
   * Cuts a row.
   *
   * @param rowsAre what rows read, a sentence
   */
  static TableauRow of(TextLine line, String rowsAre) throws ParseFailure {
    Matcher bars = BAR.matcher(line.text());
    if (!bars.find()) {
      Excerpt whole = line.whole();
      throw line.failure(
          Message.MISSING_BAR, whole.column(), whole.column() + whole.length(), rowsAre);
    }
    int bar = bars.start();
    if (bars.find()) {
      throw line.failure(Message.SECOND_BAR, bars.start(), bars.end());
    }
    return new TableauRow(line, words(line, 0, bar), words(line, bar + 1, line.text().length()));
  }

  private static List<Excerpt> words(TextLine line, int from, int to) {
    List<Excerpt> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line.text()).region(from, to);
    while (matcher.find()) {
      words.add(line.excerpt(matcher.start(), matcher.end()));
    }
    return words;
  }

  /** The numbers of some words; a word that is none is a finding, and counts as 0. */
  List<RationalFunction> numbers(List<Excerpt> words, NumberField field, List<Finding> findings) {
    List<RationalFunction> numbers = new ArrayList<>();
    for (int i = 0; i < words.size() && !MostFindings.areReached(findings); i++) {
      int last = lastOfEntry(words, i);
      int start = words.get(i).column();
      int end = words.get(last).column() + words.get(last).length();
      try {
        numbers.add(number(start, end, last > i, field));
      } catch (ParseFailure e) {
        findings.add(e.finding());
        numbers.add(RationalFunction.ZERO);
      }
      i = last;
    }
    return numbers;
  }

  private RationalFunction number(int start, int end, boolean torn, NumberField field)
      throws ParseFailure {
    String text = line.text().substring(start, end);
    if (torn || TORN.matcher(text).matches()) {
      throw line.failure(Message.SPACED, start, end, "'" + text + "'");
    }
    RationalFunction number = new ExpressionParser(new Cursor(line, start, end), field).function();
    field.isWritten(number, text.replace('\u2212', '-'));
    return number;
  }

  /**
   * The word in which the brackets of a word are closed; the word itself if none does. Of a root,
   * the radicand is part.
   */
  private int lastOfEntry(List<Excerpt> words, int first) {
    int open = 0;
    for (int i = first; i < words.size(); i++) {
      int start = words.get(i).column();
      for (char c : line.text().substring(start, start + words.get(i).length()).toCharArray()) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      boolean bareRoot =
          line.text().startsWith(ROOT, start + words.get(i).length() - ROOT.length());
      if (open <= 0 && !(bareRoot && i + 1 < words.size())) {
        return i;
      }
    }
    return first;
  }
}
