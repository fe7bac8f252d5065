package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.model.Exact;
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

  /** The bar of the keyboard, and those that draw boxes. */
  private static final Pattern BAR = Pattern.compile("[|\u2502\u2503]");

  /** An operator that lacks the number before or behind it. */
  private static final Pattern TORN = Pattern.compile("[*/].*|.*[-+*/\u2212]");

  static TableauRow of(TextLine line) throws ParseFailure {
    Matcher bars = BAR.matcher(line.text());
    if (!bars.find()) {
      Excerpt whole = line.whole();
      throw line.failure(Message.MISSING_BAR, whole.column(), whole.column() + whole.length());
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
  List<Exact> numbers(List<Excerpt> words, Field field, List<Finding> findings) {
    List<Exact> numbers = new ArrayList<>();
    for (Excerpt word : words) {
      int start = word.column();
      String text = line.text().substring(start, start + word.length());
      try {
        if (TORN.matcher(text).matches()) {
          throw line.failure(Message.SPACED, start, start + word.length(), "'" + text + "'");
        }
        numbers.add(
            new ExpressionParser(new Cursor(line, start, start + word.length()), field).number());
      } catch (ParseFailure e) {
        findings.add(e.finding());
        numbers.add(Exact.ZERO);
      }
    }
    return numbers;
  }
}
