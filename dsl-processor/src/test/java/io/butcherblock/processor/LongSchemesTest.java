package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.SquareRoot;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.order.BicoloredConditions;
import io.butcherblock.processor.order.TwoColorConditions;
import io.butcherblock.processor.verify.VerificationResult;
import io.butcherblock.processor.verify.Verifier;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proof takes seconds whatever the numbers are, or says that it would take longer. */
class LongSchemesTest {

  /** Some take ten on a processor that does much else; what is not bounded takes hours. */
  private static final double SECONDS = 60;

  /** Of the thread that proves alone, so that a busy machine does not make it longer. */
  private static VerificationResult verified(Scheme scheme) {
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    VerificationResult result = Verifier.verify(scheme);
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
    assertTrue(seconds < SECONDS, seconds + " s");
    return result;
  }

  private static Exact fraction(Random random, int digits) {
    int bits = (int) (digits * 3.3);
    BigInteger denominator = new BigInteger(bits, random).add(BigInteger.ONE);
    return Exact.of(BigFraction.of(new BigInteger(bits, random), denominator));
  }

  /** Consistent, with every entry a fraction of so many digits. */
  private static RungeKutta dense(int stages, int digits, Exact factor, Random random) {
    List<List<Exact>> a = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      List<Exact> row = new ArrayList<>(Collections.nCopies(stages, Exact.ZERO));
      for (int j = 0; j < i; j++) {
        row.set(j, fraction(random, digits).times(factor));
      }
      a.add(row);
    }
    List<Exact> b = new ArrayList<>();
    for (int j = 1; j < stages; j++) {
      b.add(fraction(random, digits));
    }
    b.add(Exact.ONE.minus(b.stream().reduce(Exact.ZERO, Exact::plus)));
    return tableau(1, a, b);
  }

  private static RungeKutta tableau(int order, List<List<Exact>> a, List<Exact> b) {
    List<Exact> c = a.stream().map(row -> row.stream().reduce(Exact.ZERO, Exact::plus)).toList();
    return new RungeKutta("Long", order, a, b, Exact.ONE, c);
  }

  @ParameterizedTest
  @ValueSource(strings = {"13 10", "20 16", "3 300", "50 4"})
  void longFractions(String size) {
    int stages = Integer.parseInt(size.split(" ", -1)[0]);
    int digits = Integer.parseInt(size.split(" ", -1)[1]);
    VerificationResult result = verified(dense(stages, digits, Exact.ONE, new Random(stages)));
    assertEquals(List.of(), result.findings());
    double real = result.verified().orElseThrow().stability().realInterval();
    assertTrue(real > 0, () -> "" + real);
  }

  @Test
  void longFractionsAndSquareRoots() {
    Exact root = SquareRoot.of(Exact.of(6)).orElseThrow();
    Exact more = root.plus(SquareRoot.of(Exact.of(5)).orElseThrow());
    for (Exact factor : List.of(root, more)) {
      RungeKutta scheme = dense(12, 10, factor, new Random(5));
      assertEquals(List.of(), verified(scheme).findings());
    }
  }

  /** Any numbers that are typed, as many as a text has room for. */
  @Test
  void anyScheme() {
    Random random = new Random(17);
    for (int i = 0; i < 3; i++) {
      int stages = 1 + random.nextInt(20);
      int digits = 1 + random.nextInt(60);
      VerificationResult result = verified(dense(stages, digits, Exact.ONE, random));
      assertFalse(Finding.anyError(result.findings()), result::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 100})
  void longRecurrences(int digits) {
    Random random = new Random(digits);
    List<Term> terms = new ArrayList<>();
    Exact a = Exact.ONE;
    Exact b = Exact.ONE;
    for (int j = 1; j < 16; j++) {
      Exact ofY = fraction(random, digits).over(Exact.of(1000));
      Exact ofF = fraction(random, digits);
      terms.add(new Term(Kind.VALUE, j, ofY));
      terms.add(new Term(Kind.VECTOR_FIELD, j, ofF));
      a = a.minus(ofY);
      b = b.plus(ofY.times(Exact.of(j))).minus(ofF);
    }
    terms.add(new Term(Kind.VALUE, 0, a));
    terms.add(new Term(Kind.VECTOR_FIELD, 0, b));
    VerificationResult result =
        verified(new Multistep("Long", 1, terms, 20, StartingProcedure.euler()));
    assertFalse(Finding.anyError(result.findings()), result::toString);
  }

  /** Whether h was written for h^2 takes long to tell here, and is then left open. */
  @Test
  void aDoubleRootBesideLongSquareRoots() {
    Random random = new Random(1);
    List<Exact> roots =
        Stream.of(2, 3, 5, 7).map(n -> SquareRoot.of(Exact.of(n)).orElseThrow()).toList();
    List<Exact> rho = new ArrayList<>(Collections.nCopies(21, Exact.ZERO));
    for (int i = 0; i < 19; i++) {
      Exact small = Exact.ZERO;
      for (Exact root : roots) {
        small = small.plus(root.times(Exact.of(1 + random.nextInt(99), 100_000)));
      }
      Exact c = i == 18 ? Exact.ONE : small;
      // (z - 1)^2 c z^i
      rho.set(i, rho.get(i).plus(c));
      rho.set(i + 1, rho.get(i + 1).minus(c.times(Exact.of(2))));
      rho.set(i + 2, rho.get(i + 2).plus(c));
    }
    List<Term> terms = new ArrayList<>(List.of(new Term(Kind.VECTOR_FIELD, 0, Exact.ONE)));
    for (int j = 0; j < 20; j++) {
      terms.add(new Term(Kind.VALUE, j, rho.get(19 - j).negate()));
    }
    List<Finding> findings =
        verified(new Multistep("Long", 1, terms, 20, StartingProcedure.euler())).findings();
    assertTrue(
        findings.stream().anyMatch(finding -> finding.message() == Message.NOT_ZERO_STABLE),
        findings::toString);
  }

  /** 92 and 50 stages, and 53 thousand conditions. */
  @Test
  void theHighestOrderIsProved() {
    for (RungeKutta scheme : List.of(Extrapolation.euler(14), Extrapolation.midpoint(14))) {
      VerificationResult result = verified(scheme);
      assertEquals(List.of(), result.findings());
      assertTrue(
          result.verified().orElseThrow().proof().contains("order 14: all 32973 conditions hold"));
    }
  }

  /**
   * Compositions as those of W. Kahan and R.-C. Li, Math. Comp. 66, 1997, 1089-1099, which have up
   * to 36 stages and 40 digits: steps of the halves, here of any size.
   */
  @ParameterizedTest
  @CsvSource({"36, 40", "43, 60"})
  void longCompositions(int stages, int digits) {
    Random random = new Random(digits);
    List<Exact> ofP = decimals(stages, digits, random);
    List<Exact> ofQ = decimals(stages, digits, random);
    VerificationResult result = verified(Composition.of(1, ofP, ofQ));
    assertFalse(Finding.anyError(result.findings()), result::toString);
    List<String> proof = result.verified().orElseThrow().proof();
    assertTrue(proof.contains("order 2: 2 of 2 conditions fail"), proof::toString);
  }

  /** All 2410 conditions of a composition, which is of order 1. */
  @Test
  void allConditionsOfALongComposition() {
    List<Exact> steps = decimals(36, 40, new Random(1));
    TwoColorConditions conditions = TwoColorConditions.of(Composition.of(1, steps, steps));
    for (int order = 1; order <= BicoloredConditions.HIGHEST; order++) {
      assertEquals(order > 1, !conditions.failing(order).isEmpty(), "order " + order);
    }
  }

  /** Numbers of so many decimals, which sum to 1. */
  private static List<Exact> decimals(int count, int digits, Random random) {
    List<Exact> numbers = new ArrayList<>();
    Exact left = Exact.ONE;
    for (int i = 1; i < count; i++) {
      BigInteger power = BigInteger.TEN.pow(digits);
      Exact number = Exact.of(BigFraction.of(new BigInteger(power.bitLength() - 3, random), power));
      numbers.add(number);
      left = left.minus(number);
    }
    numbers.add(left);
    return numbers;
  }

  @Test
  void stagesWithoutWeightAreNotExchanged() {
    RungeKutta scheme = Extrapolation.midpoint(6);
    int stages = 60;
    List<List<Exact>> a = new ArrayList<>();
    for (int i = 0; i < stages; i++) {
      List<Exact> row = new ArrayList<>(Collections.nCopies(stages, Exact.ZERO));
      for (int j = 0; j < i && i < scheme.stages(); j++) {
        row.set(j, scheme.a(i, j));
      }
      if (i >= scheme.stages()) {
        row.set(0, Exact.of(1, i));
      }
      a.add(row);
    }
    List<Exact> b = new ArrayList<>(scheme.weights());
    b.addAll(Collections.nCopies(stages - b.size(), Exact.ZERO));
    List<Finding> findings = verified(tableau(8, a, b)).findings();
    assertEquals(Message.ORDER_TOO_HIGH, findings.get(0).message());
    assertTrue(findings.get(0).text().contains("order 6 holds"), findings.get(0)::text);
  }

  /** Two steps of different size: the order stays, and the numbers grow long. */
  @Test
  void aProofThatWouldTakeLongIsRefused() {
    RungeKutta half = Extrapolation.midpoint(14);
    Exact first = fraction(new Random(1), 250);
    int stages = half.stages();
    List<List<Exact>> a =
        IntStream.range(0, 2 * stages)
            .mapToObj(
                i ->
                    IntStream.range(0, 2 * stages)
                        .mapToObj(j -> composed(half, first, i, j))
                        .toList())
            .toList();
    List<Exact> b =
        IntStream.range(0, 2 * stages)
            .mapToObj(j -> half.b(j % stages).times(j < stages ? first : Exact.ONE.minus(first)))
            .toList();
    List<Finding> findings = verified(tableau(14, a, b)).findings();
    assertEquals(
        List.of(
            "[OrderTooHigh] Long claims order 14, but it would take too long to prove that of its"
                + " 100 stages: the numbers are too long. Simplify them, or claim a lower order."),
        findings.stream().map(Finding::text).toList());
  }

  private static Exact composed(RungeKutta scheme, Exact first, int i, int j) {
    int stages = scheme.stages();
    if (i >= stages && j < stages) {
      return first.times(scheme.b(j));
    }
    return j >= stages && i < stages
        ? Exact.ZERO
        : scheme.a(i % stages, j % stages).times(i < stages ? first : Exact.ONE.minus(first));
  }

  /** Code is generated all the same, and a note says what is missing. */
  @ParameterizedTest
  @CsvSource({"50, 40", "20, 200"})
  void intervalsThatWouldTakeLongAreLeftOut(int stages, int digits) {
    VerificationResult result = verified(dense(stages, digits, Exact.ONE, new Random(2)));
    assertEquals(
        List.of(
            "[Stability] Long: its intervals of stability are left out, as it would take too long"
                + " to compute them: the numbers are too long. What else is claimed is proved."),
        result.findings().stream().map(Finding::text).toList());
    assertTrue(Double.isNaN(result.verified().orElseThrow().stability().realInterval()));
    assertEquals(stages + 1, result.verified().orElseThrow().stability().polynomial().size());
  }
}
