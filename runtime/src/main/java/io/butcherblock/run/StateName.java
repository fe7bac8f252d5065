package io.butcherblock.run;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a state's folder, {@code state-STEP}; or {@code state-STEP.old} for one that is being
 * replaced by another of the same step. The newest is the greatest.
 *
 * @param number the digits of the name, which need be no step
 */
record StateName(BigInteger number, boolean isReplaced) implements Comparable<StateName> {

  private static final Pattern FORM = Pattern.compile("state-(\\d{1,100})(\\.old)?");
  private static final BigInteger LAST = BigInteger.valueOf(Long.MAX_VALUE);

  static StateName of(long step) {
    return new StateName(BigInteger.valueOf(step), /* isReplaced= */ false);
  }

  StateName replaced() {
    return new StateName(number, /* isReplaced= */ true);
  }

  /** Reads a folder's name; empty if it is no state's. */
  static Optional<StateName> read(String name) {
    Matcher form = FORM.matcher(name);
    if (!form.matches()) {
      return Optional.empty();
    }
    StateName read = new StateName(new BigInteger(form.group(1)), form.group(2) != null);
    // What begins with zeros is none of ours.
    return read.toString().equals(name) ? Optional.of(read) : Optional.empty();
  }

  long step() throws DamagedStateException {
    if (number.compareTo(LAST) >= 0) {
      throw new DamagedStateException("no run has so many steps");
    }
    return number.longValue();
  }

  @Override
  public int compareTo(StateName other) {
    return Comparator.comparing(StateName::number)
        .thenComparing(StateName::isReplaced, Comparator.reverseOrder())
        .compare(this, other);
  }

  @Override
  public String toString() {
    return "state-" + number + (isReplaced ? ".old" : "");
  }
}
