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

  static TableauRow of(TextLine line) throws ParseFailure {
    int bar = line.text().indexOf('|');
    if (bar < 0) {
      Excerpt whole = line.whole();
      throw line.failure(Message.MISSING_BAR, whole.column(), whole.column() + whole.length());
    }
    int second = line.text().indexOf('|', bar + 1);
    if (second >= 0) {
      throw line.failure(Message.SECOND_BAR, second, second + 1);
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
      try {
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
