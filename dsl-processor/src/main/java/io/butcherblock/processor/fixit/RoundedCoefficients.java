package io.butcherblock.processor.fixit;

import io.butcherblock.processor.claim.MultistepClaim;
import io.butcherblock.processor.claim.PairClaim;
import io.butcherblock.processor.claim.PredictorCorrectorClaim;
import io.butcherblock.processor.claim.RowSums;
import io.butcherblock.processor.claim.ShuOsherSums;
import io.butcherblock.processor.claim.TableauClaim;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.TooMuchWork;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.TableauPair;
import io.butcherblock.processor.order.OrderCondition;
import io.butcherblock.processor.order.Residuals;
import io.butcherblock.processor.order.TwoColorConditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What to say of a scheme that misses a condition by so little that its coefficients have been
 * rounded, as those of printed tables and of programs are.
 */
public final class RoundedCoefficients {

  /** What is added to a difference that is that of rounding. */
  public static final String QUESTION = ": rounded coefficients?";

  private static final String TAKEN =
      "Numbers are taken as they stand. Give the fractions or square roots that were rounded";

  private static final String COMPARE = "Compare the entries with their source.";

  /** Below this, a difference is no slip of the pen, whatever the numbers look like. */
  private static final double TINY = 1e-6;

  /** Where conditions are missed by more, rounding is not all that is wrong. */
  private static final double ROUNDING = 1e-4;

  /** A proof of a higher order takes seconds, and so does the look at its residuals. */
  private static final int HIGHEST_ORDER = 8;

  private static final int NAMED = 3;

  private static final int MOST_DIGITS = 300;

  private RoundedCoefficients() {}

  /**
   * Whether a difference is that of rounding.
   *
   * @param numbers what it is a sum of
   * @param isDecimal whether a number is written as a decimal; 25/16 is no rounding of anything
   */
  public static boolean explain(Exact difference, List<Exact> numbers, Predicate<Exact> isDecimal) {
    double size = Math.abs(difference.doubleValue());
    if (difference.isZero() || size < TINY) {
      return !difference.isZero();
    }
    int places =
        numbers.stream()
            .filter(isDecimal)
            .mapToInt(DecimalFraction::places)
            .filter(count -> count >= DecimalFraction.FEWEST_PLACES)
            .min()
            .orElse(0);
    return places > 0 && size <= numbers.size() * Math.pow(10, -places);
  }

  /** Whether a difference is that of rounding the numbers of a tableau as they are written. */
  public static boolean explain(Exact difference, RungeKutta scheme) {
    return explain(difference, written(scheme), scheme.notation().spelling()::isDecimal);
  }

  /** The same of the numbers of one row. */
  public static boolean explain(Exact difference, RungeKutta scheme, List<Exact> row) {
    return scheme.notation().isTableau()
        ? explain(difference, row, scheme.notation().spelling()::isDecimal)
        : explain(difference, scheme);
  }

  /** The same of a scheme of two tableaus. */
  public static boolean explain(Exact difference, TableauPair scheme, List<Exact> numbers) {
    return explain(
        difference,
        numbers,
        number ->
            scheme.first().notation().spelling().isDecimal(number)
                || scheme.second().notation().spelling().isDecimal(number));
  }

  /** The numbers of a tableau. */
  public static List<Exact> of(RungeKutta scheme) {
    return Stream.concat(
            scheme.a().stream().flatMap(List::stream),
            Stream.concat(scheme.weights().stream(), scheme.c().stream()))
        .toList();
  }

  /** The numbers of both tableaus of a scheme. */
  public static List<Exact> of(TableauPair scheme) {
    return Stream.concat(of(scheme.first()).stream(), of(scheme.second()).stream()).toList();
  }

  /** The numbers as they are written: of another form those of its rows. */
  private static List<Exact> written(RungeKutta scheme) {
    return scheme.notation().rows().map(FormRows::numbers).orElseGet(() -> of(scheme));
  }

  /** What to do about a tableau that breaks the conditions of an order, or its row sums. */
  public static String advice(RungeKutta scheme) {
    return simpleFractions(scheme).orElseGet(() -> adviceWithoutFractions(scheme));
  }

  /** The same of a scheme for which no simple fractions were found. */
  public static String adviceWithoutFractions(RungeKutta scheme) {
    return TAKEN + "." + rest(scheme);
  }

  /** The same of decimals that miss the tolerance which they have. */
  public static String adviceOfTolerated(RungeKutta scheme) {
    return COMPARE + rest(scheme);
  }

  /** What to do about a recurrence. */
  public static String advice() {
    return TAKEN + ".";
  }

  /**
   * What to do about a scheme of two tableaus: take the fractions that were rounded, or claim a
   * tolerance where a difference is that of rounding, which one number would only make up for. With
   * a tolerance already, or where it is more than the places of the decimals explain, one number
   * may be all that is wrong.
   *
   * @param difference by how much a condition or row sum is missed
   * @param rounded whether it is that of rounding by its size
   * @param correction of one number of the scheme, or of the scheme with a tolerance
   * @param otherwise what to do about a difference of another kind where there is none
   */
  public static String advice(
      TableauPair scheme,
      Exact difference,
      boolean rounded,
      Function<TableauPair, Optional<String>> correction,
      String otherwise) {
    return simpleFractions(scheme)
        .or(
            () ->
                rounded && scheme.tolerance().isNone()
                    ? LateDigit.expected(of(scheme))
                        .filter(tolerance -> LateDigit.isMore(difference, tolerance))
                        .flatMap(tolerance -> correction.apply(scheme.withTolerance(tolerance)))
                    : correction.apply(scheme))
        .orElseGet(() -> rounded ? adviceOfRounded(scheme) : otherwise);
  }

  private static String adviceOfRounded(TableauPair scheme) {
    String before = scheme.tolerance().isNone() ? advice() : COMPARE;
    try {
      Exact largest = largest(scheme);
      return largest.doubleValue() < ROUNDING
          ? before
              + " Where no more is known of them, claim that much: tolerance = \""
              + powerOfTen(largest)
              + "\"."
          : before;
    } catch (TooMuchWork e) {
      return before;
    }
  }

  private static Exact largest(TableauPair scheme) {
    Exact largest = RowSums.largest(scheme.first()).max(RowSums.largest(scheme.second()));
    TwoColorConditions conditions = TwoColorConditions.of(scheme);
    for (int order = 1; order <= Math.min(scheme.order(), conditions.soonProved()); order++) {
      largest = largest.max(conditions.largest(order));
    }
    return largest;
  }

  /** The simple fractions that were rounded, if the scheme is right with them. */
  public static Optional<String> simpleFractions(RungeKutta scheme) {
    Optional<FormRows> rows = scheme.notation().rows();
    Map<Exact, Exact> exact = fractions(written(scheme));
    RungeKutta right =
        rows.map(written -> written.with(exact).tableau(scheme.name(), scheme.order()))
            .orElseGet(() -> replaced(scheme, exact));
    return scheme.tolerance().isNone() && !exact.isEmpty() && TableauClaim.holds(right)
        ? Optional.of(sentence(exact, "all conditions of order " + scheme.order() + " hold"))
        : Optional.empty();
  }

  /** Those of both tableaus of a scheme. */
  private static Optional<String> simpleFractions(TableauPair scheme) {
    Map<Exact, Exact> exact = fractions(of(scheme));
    TableauPair right =
        scheme.withTableaus(replaced(scheme.first(), exact), replaced(scheme.second(), exact));
    return scheme.tolerance().isNone() && !exact.isEmpty() && PairClaim.holds(right)
        ? Optional.of(sentence(exact, "all conditions of order " + scheme.order() + " hold"))
        : Optional.empty();
  }

  /** Those of a recurrence. */
  public static Optional<String> simpleFractions(Multistep scheme) {
    Map<Exact, Exact> exact = fractions(coefficients(scheme.terms()));
    Multistep right = scheme.withTerms(replacedTerms(scheme.terms(), exact));
    return !exact.isEmpty() && MultistepClaim.holds(right) && MultistepClaim.isZeroStable(right)
        ? Optional.of(sentence(exact, "order " + scheme.order() + " holds"))
        : Optional.empty();
  }

  /** Those of the predictor of a scheme whose corrector has the claimed order. */
  public static Optional<String> simpleFractionsOfPredictor(Multistep scheme) {
    Predictor predictor = scheme.predictor().orElseThrow();
    Map<Exact, Exact> exact = fractions(coefficients(predictor.terms()));
    return !exact.isEmpty()
            && PredictorCorrectorClaim.holdsWith(scheme, replacedTerms(predictor.terms(), exact))
        ? Optional.of(sentence(exact, "order " + scheme.order() + " holds"))
        : Optional.empty();
  }

  private static Map<Exact, Exact> fractions(List<Exact> numbers) {
    Map<Exact, Exact> exact = new LinkedHashMap<>();
    for (Exact number : numbers) {
      DecimalFraction.simplest(number).ifPresent(simple -> exact.put(number, simple));
    }
    return exact;
  }

  private static String sentence(Map<Exact, Exact> exact, String holds) {
    List<String> pairs = new ArrayList<>();
    exact.forEach((number, simple) -> pairs.add(simple + " for " + DecimalFraction.text(number)));
    String more = pairs.size() > NAMED ? " and so on" : "";
    return "Numbers are taken as they stand. With "
        + String.join(", ", pairs.subList(0, Math.min(NAMED, pairs.size())))
        + more
        + ", "
        + holds
        + ".";
  }

  /** The numbers of a recurrence. */
  public static List<Exact> coefficients(List<Term> terms) {
    return terms.stream().map(Term::coefficient).toList();
  }

  private static RungeKutta replaced(RungeKutta scheme, Map<Exact, Exact> by) {
    return new RungeKutta(
        scheme.name(),
        scheme.order(),
        scheme.a().stream().map(row -> replaced(row, by)).toList(),
        replaced(scheme.weights(), by),
        by.getOrDefault(scheme.factor(), scheme.factor()),
        replaced(scheme.c(), by));
  }

  private static List<Term> replacedTerms(List<Term> terms, Map<Exact, Exact> by) {
    return terms.stream()
        .map(
            term ->
                new Term(
                    term.kind(),
                    term.back(),
                    by.getOrDefault(term.coefficient(), term.coefficient())))
        .toList();
  }

  private static List<Exact> replaced(List<Exact> numbers, Map<Exact, Exact> by) {
    return numbers.stream().map(number -> by.getOrDefault(number, number)).toList();
  }

  /** Whether rounding is all that is wrong, as far as doubles tell. */
  private static String rest(RungeKutta scheme) {
    if (!scheme.isExplicit()
        || scheme.order() < 1
        || scheme.order() > Math.min(scheme.stages(), HIGHEST_ORDER)) {
      return "";
    }
    Residuals residuals = new Residuals(scheme);
    OrderCondition worst = residuals.worst(1);
    try {
      for (int order = 2; order <= scheme.order(); order++) {
        if (residuals.largest(order).compareTo(residuals.of(worst).abs()) > 0) {
          worst = residuals.worst(order);
        }
      }
    } catch (TooMuchWork e) {
      return "";
    }
    double largest = residuals.of(worst).abs().doubleValue();
    Exact missed =
        residuals.of(worst).abs().max(RowSums.largest(scheme)).max(ShuOsherSums.largest(scheme));
    Optional<String> late =
        scheme.tolerance().isNone()
            ? LateDigit.correction(scheme, written(scheme), missed)
            : Optional.empty();
    if (late.isPresent()) {
      return " Rounding is not all that is wrong. " + late.orElseThrow();
    }
    return largest < ROUNDING
        ? String.format(
            Locale.ROOT,
            " Rounding is all that is wrong: all conditions up to order %d hold to within %.1g."
                + " Where no more is known of them, claim that much: tolerance = \"%s\".",
            scheme.order(),
            largest,
            powerOfTen(missed))
        : String.format(
            Locale.ROOT,
            " Something else is wrong too: the condition of tree %s, order %d, is off by %.2g.",
            worst.tree(),
            worst.tree().order(),
            largest);
  }

  /** The smallest power of ten that is not below a number from 0 to 1: {@code 1e-14}. */
  public static String powerOfTen(Exact number) {
    int exponent = 0;
    Exact tenth = Exact.of(1, 10);
    for (Exact power = tenth; number.compareTo(power) <= 0 && exponent < MOST_DIGITS; ) {
      power = power.times(tenth);
      exponent++;
    }
    return "1e-" + exponent;
  }
}
