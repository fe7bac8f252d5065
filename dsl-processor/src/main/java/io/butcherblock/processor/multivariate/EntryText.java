package io.butcherblock.processor.multivariate;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Functions as an entry of a tableau writes them, where {@link RationalFunction#toString} writes
 * them as a textbook does: without spaces, products with a star, powers written out.
 */
public final class EntryText {

  private EntryText() {}

  /** A function, to be pasted: {@code (2*a-1)/(2*a)}. */
  public static String of(RationalFunction function) {
    if (function.factors().isEmpty()) {
      return polynomial(function.numerator());
    }
    BigInteger common = Exact.commonDenominator(function.numerator().terms().values());
    List<String> below = new ArrayList<>();
    if (!common.equals(BigInteger.ONE)) {
      below.add(common.toString());
    }
    function
        .factors()
        .forEach((factor, power) -> below.addAll(Collections.nCopies(power, bracketed(factor))));
    return bracketed(function.numerator().times(Exact.ONE.times(common)))
        + "/"
        + (below.size() == 1 ? below.get(0) : "(" + String.join("*", below) + ")");
  }

  /** A function, to be pasted before what it multiplies: in brackets where it is a sum. */
  public static String factor(RationalFunction function) {
    return function.factors().isEmpty() ? bracketed(function.numerator()) : of(function);
  }

  private static String bracketed(MultivariatePolynomial polynomial) {
    String text = polynomial(polynomial);
    return polynomial.terms().size() > 1 ? "(" + text + ")" : text;
  }

  private static String polynomial(MultivariatePolynomial polynomial) {
    StringBuilder text = new StringBuilder();
    polynomial
        .inPrintedOrder()
        .forEach(
            (monomial, number) -> {
              boolean negative = number.signum() < 0;
              text.append(negative ? "-" : text.isEmpty() ? "" : "+")
                  .append(term(monomial, number.abs()));
            });
    return text.isEmpty() ? "0" : text.toString();
  }

  private static String term(Monomial monomial, Exact size) {
    List<String> product = new ArrayList<>();
    if (!size.isOne() || monomial.degree() == 0) {
      String number = ShortText.entry(size);
      product.add(size.isSum() ? "(" + number + ")" : number);
    }
    for (Map.Entry<String, Integer> power : monomial.powers().entrySet()) {
      product.addAll(Collections.nCopies(power.getValue(), power.getKey()));
    }
    return String.join("*", product);
  }
}
