package io.butcherblock.processor.parse;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Spelling;
import io.butcherblock.processor.multivariate.RationalFunction;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One term of the right-hand side of a recurrence, whose coefficient may depend on free parameters.
 *
 * @param back j in y[n-j]
 * @param steps how often h is a factor of it: 0, 1 or 2
 * @param written its text, with its sign
 */
record FunctionTerm(Kind kind, int back, RationalFunction coefficient, int steps, String written) {

  /** A term whose coefficient is one number, in front. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(-?)((?:\\d+\\.?|\\d*\\.\\d+)(?:/\\d+)?)\\s*\\*?\\s*(?:h(?:\\^2|\u00b2)?\\s*\\*?\\s*)?"
              + "[yf]\\s*\\[[^]]*]\\s*");

  /** The same as it is written. */
  FunctionTerm with(String text) {
    return new FunctionTerm(kind, back, coefficient, steps, text);
  }

  /** How the coefficients of terms are written. */
  static Spelling spelling(List<FunctionTerm> terms) {
    Spelling.Collector numbers = new Spelling.Collector();
    for (FunctionTerm term : terms) {
      Matcher number = NUMBER.matcher(term.written);
      if (number.matches()) {
        numbers.accept(term.coefficient.constant(), number.group(1) + number.group(2));
      } else if (term.coefficient.isConstant()) {
        numbers.note(term.coefficient.constant(), term.written);
      }
    }
    return numbers.spelling();
  }

  /** The term with its coefficient where that is a number, and with 1 where it is not. */
  Term shape() {
    return with(coefficient.isConstant() ? coefficient.constant() : Exact.ONE);
  }

  /** The term with a number in the place of the function. */
  Term with(Exact number) {
    return new Term(kind, back, number);
  }
}
