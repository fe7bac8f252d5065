package io.butcherblock.processor.parse;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Location;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Tolerance;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** Reads a tolerance: {@code 1e-14}, {@code 0.0001}. */
final class ToleranceReader {

  /** Three digits of an exponent, as no coefficient has more places. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,300})?([eE][-+]?[0-9]{1,3})?");

  private static final BigDecimal TOO_LARGE = new BigDecimal("0.001");

  private static final Location MEMBER = new Location.Member("tolerance");

  private ToleranceReader() {}

  /** The tolerance that a text is; none where it is empty, or wrong, which is a finding. */
  static Tolerance read(String scheme, String text, List<Finding> findings) {
    String number = text.strip();
    if (number.isEmpty()) {
      return Tolerance.NONE;
    }
    if (!NUMBER.matcher(number).matches()) {
      findings.add(Message.BAD_TOLERANCE.at(MEMBER, scheme, text, "no number"));
      return Tolerance.NONE;
    }
    BigDecimal value = new BigDecimal(number);
    if (value.signum() <= 0) {
      String what = value.signum() == 0 ? "0, which is what holds without it" : "negative";
      findings.add(Message.BAD_TOLERANCE.at(MEMBER, scheme, text, what));
      return Tolerance.NONE;
    }
    if (value.compareTo(TOO_LARGE) >= 0) {
      findings.add(Message.TOLERANCE_TOO_LARGE.at(MEMBER, scheme, text));
      return Tolerance.NONE;
    }
    return new Tolerance(number, exact(value));
  }

  /** A number below 1 has digits behind the point. */
  private static Exact exact(BigDecimal value) {
    return Exact.of(BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale())));
  }
}
