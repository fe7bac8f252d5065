package io.butcherblock.processor.order;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The constants C_q of the local error of y[n+1] = sum a_j y[n-j] + h^d sum b_j f[n-j] for y^(d) =
 * f(y), developed about x_n: C_q = (1 - sum a_j (-j)^q) / q! - sum b_j (-j)^(q-d) / (q-d)!, with
 * 0^0 = 1. Order p is C_0 = ... = C_(p+d-1) = 0 (Hairer, N&oslash;rsett, Wanner I, sections III.2
 * and III.10).
 *
 * <p>Computed as whole numbers, the multiples m q! C_q with the common denominator m of the scheme:
 * fractions would be reduced at each step.
 */
public final class ErrorConstants {

  private final List<Term> terms;
  private final int equationOrder;
  private final BigInteger common;

  /** Of the scheme as it is. */
  public ErrorConstants(Multistep scheme) {
    equationOrder = scheme.equationOrder();
    terms = scheme.terms();
    common = Exact.commonDenominator(terms.stream().map(Term::coefficient).toList());
  }

  /** C_q, q at least 0. */
  public static Exact of(Multistep scheme, int q) {
    return new ErrorConstants(scheme).of(q);
  }

  /** The lowest q such that C_q is not 0, of those that the claimed order asks for. */
  public static Optional<Integer> firstFailing(Multistep scheme) {
    ErrorConstants constants = new ErrorConstants(scheme);
    return IntStream.rangeClosed(0, scheme.lastConstant())
        .filter(q -> !constants.whole(q).isZero())
        .boxed()
        .findFirst();
  }

  private Exact of(int q) {
    return whole(q).over(Exact.ONE.times(factorial(q).multiply(common)));
  }

  /** m q! C_q. */
  public Exact whole(int q) {
    Exact sum = Exact.ONE.times(common);
    for (Term term : terms) {
      BigInteger slope = slope(term.kind(), term.back(), q);
      if (slope.signum() != 0) {
        sum = sum.plus(whole(term).times(slope));
      }
    }
    return sum;
  }

  /** m. */
  public Exact common() {
    return Exact.ONE.times(common);
  }

  /** m times the coefficient of a term. */
  public Exact whole(Term term) {
    return term.coefficient().times(common);
  }

  /** What q! C_q grows by as the coefficient of a term grows by 1. */
  public BigInteger slope(Kind kind, int back, int q) {
    BigInteger base = BigInteger.valueOf(-back);
    if (kind == Kind.VALUE) {
      return base.pow(q).negate();
    }
    if (q < equationOrder) {
      return BigInteger.ZERO;
    }
    BigInteger falling = factorial(q).divide(factorial(q - equationOrder));
    return base.pow(q - equationOrder).multiply(falling).negate();
  }

  /** C_q in textbook letters. */
  public String formula(int q) {
    int power = q - equationOrder;
    if (q == 0) {
      return "1 - sum a_j";
    }
    String ofValues =
        q == 1 ? "1 + sum j a_j" : String.format(Locale.ROOT, "(1 - sum a_j (-j)^%d)/%d!", q, q);
    return ofValues
        + (power < 0
            ? ""
            : power == 0
                ? " - sum b_j"
                : String.format(Locale.ROOT, " - sum b_j (-j)^%d/%d!", power, power));
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }
}
