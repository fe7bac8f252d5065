package io.butcherblock.program;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A term of a linear combination: a factor times a value.
 *
 * @param factor 1, a constant, or a coefficient that is trained or computed from what is trained
 * @param value a tensor of feature maps
 */
public record Term(Factor factor, Value value) {

  /**
   * A term with the factor 1.
   *
   * @param value the name of the value
   */
  public static Term of(String value) {
    return new Term(new Factor.Unit(), new Value(value));
  }

  /**
   * A term whose factor is a trained coefficient.
   *
   * @param coefficient the name of the coefficient: {@code scale3}
   * @param value the name of the value
   */
  public static Term of(String coefficient, String value) {
    return new Term(new Factor.Trained(coefficient), new Value(value));
  }

  /**
   * A term whose factor is a constant other than 0 and 1.
   *
   * @param exact the constant as a textbook prints it: {@code -1/6}
   * @param number the double nearest to it
   * @param value the name of the value
   */
  public static Term of(String exact, double number, String value) {
    return new Term(new Factor.Frozen(exact, number), new Value(value));
  }

  /**
   * A term whose factor is computed from free parameters.
   *
   * @param formula how it is computed
   * @param value the name of the value
   */
  public static Term of(Formula formula, String value) {
    return new Term(new Factor.Derived(formula), new Value(value));
  }

  /** The terms as a sum in words of a textbook: {@code y0 - 1/6 k1 + scale2 k2}. */
  public static String sum(List<Term> terms) {
    return terms.stream()
        .map(Term::toString)
        .collect(Collectors.joining(" + "))
        .replace("+ -", "- ");
  }

  /** Whether the factor is 1, so that nothing is multiplied. */
  public boolean isUnit() {
    return factor instanceof Factor.Unit;
  }

  @Override
  public String toString() {
    if (factor instanceof Factor.Frozen frozen) {
      String number = frozen.exact();
      if (number.equals("-1")) {
        return "-" + value;
      }
      return (number.contains(" ") ? "(" + number + ")" : number) + " " + value;
    }
    if (factor instanceof Factor.Derived derived) {
      return "(" + derived.formula().text() + ") " + value;
    }
    return factor instanceof Factor.Trained trained
        ? trained.coefficient() + " " + value
        : value.toString();
  }
}
