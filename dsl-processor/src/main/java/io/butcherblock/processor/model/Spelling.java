package io.butcherblock.processor.model;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How numbers are written in the text of a scheme, where that is not {@link ShortText#entry}: a
 * message names {@code 22/12} and {@code 0.5} so, and not 11/6 and 1/2.
 *
 * @param texts those of numbers that are written in one way only
 * @param decimals the numbers with a decimal point in one of the ways that they are written in
 */
public record Spelling(Map<Exact, String> texts, Set<Exact> decimals) {

  public static final Spelling NONE = new Spelling(Map.of(), Set.of());

  private static final Pattern FRACTION = Pattern.compile("(?:-?\\d{1,9}|\\([^/]*\\))/(\\d{1,9})");

  private static final int LONGEST = 20;

  /** (296-169*sqrt(6))/1800 has 22 characters. */
  private static final int LONGEST_WITH_ROOTS = 40;

  public Spelling {
    texts = Map.copyOf(texts);
    decimals = Set.copyOf(decimals);
  }

  /** Collects the numbers of a text. */
  public static final class Collector implements BiConsumer<Exact, String> {

    private final Map<Exact, String> texts = new HashMap<>();
    private final Set<Exact> decimals = new HashSet<>();

    @Override
    public void accept(Exact number, String text) {
      // One that is written in two ways is none of both.
      texts.merge(number, text, (a, b) -> a.equals(b) ? a : "");
      note(number, text);
    }

    /** Notes a number that is not all of a text. */
    public void note(Exact number, String text) {
      if (text.contains(".")) {
        decimals.add(number);
      }
    }

    public Spelling spelling() {
      Map<Exact, String> others = new HashMap<>();
      texts.forEach(
          (number, text) -> {
            if (!text.isEmpty()
                && text.length() <= (number.isRational() ? LONGEST : LONGEST_WITH_ROOTS)
                && !text.equals(ShortText.entry(number))) {
              others.put(number, text);
            }
          });
      return new Spelling(others, decimals);
    }
  }

  /** A number of the text. */
  public String of(Exact written) {
    return Optional.ofNullable(texts.get(written)).orElseGet(() -> ShortText.entry(written));
  }

  /** Whether a number of the text is written with a decimal point. */
  public boolean isDecimal(Exact written) {
    return decimals.contains(written) || of(written).contains(".");
  }

  /** A number in the place of one of the text: with the same denominator, if it can be. */
  public String inPlaceOf(Exact written, Exact number) {
    Matcher fraction = FRACTION.matcher(texts.getOrDefault(written, ""));
    if (!fraction.matches() || isWhole(number)) {
      return ShortText.entry(number);
    }
    long denominator = Long.parseLong(fraction.group(1));
    Exact numerator = number.times(Exact.of(denominator));
    if (isWhole(numerator)) {
      return numerator + "/" + denominator;
    }
    return numerator.commonDenominator().equals(BigInteger.ONE)
        ? "(" + ShortText.entry(numerator) + ")/" + denominator
        : ShortText.entry(number);
  }

  private static boolean isWhole(Exact number) {
    return number.isRational() && number.denominator().equals(BigInteger.ONE);
  }
}
