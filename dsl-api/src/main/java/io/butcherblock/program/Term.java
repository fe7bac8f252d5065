package io.butcherblock.program;

import java.util.List;
import java.util.stream.Collectors;

/** A factor times a value. */
public record Term(Factor factor, Value value) {

  /** A value with the factor 1. */
  public static Term of(String value) {
    return new Term(new Factor.Unit(), new Value(value));
  }

  /** A trained coefficient times a value. */
  public static Term of(String coefficient, String value) {
    return new Term(new Factor.Trained(coefficient), new Value(value));
  }

  /** A number times a value; see {@link Factor.Frozen}. */
  public static Term of(String exact, double number, String value) {
    return new Term(new Factor.Frozen(exact, number), new Value(value));
  }

  /** The terms as a sum for people: {@code y0 - 1/6 k1 + scale2 k2}. */
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
    return factor instanceof Factor.Trained trained
        ? trained.coefficient() + " " + value
        : value.toString();
  }
}
