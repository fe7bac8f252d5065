package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated blocks integrate, and a chain of blocks has the order that is stated of it. Each block
 * starts a multistep scheme anew. Schemes of high orders are {@link HighOrderConvergenceTest}'s.
 */
class ConvergenceTest {

  private static final double END = 2;

  /**
   * A problem whose solution is u = (sin t, 1 / (1 + t)): y1' = u1' + y2^2 + y1 y2 - u2^2 - u1 u2
   * and y2' = u2' + sin(2 y1) - y2 - sin(2 u1) + u2. The state is (t, y1, y2).
   */
  private static final RightHandSide COUPLED =
      state -> {
        double[] v = Float64.read(state);
        double[] u = solution(v[0]);
        double[] slope = {
          1,
          Math.cos(v[0]) + v[2] * v[2] + v[1] * v[2] - u[1] * u[1] - u[0] * u[1],
          -u[1] * u[1] + Math.sin(2 * v[1]) - v[2] - Math.sin(2 * u[0]) + u[1]
        };
        return Tensor.create(slope, 1, 3, 1, 1);
      };

  private static double[] solution(double t) {
    return new double[] {Math.sin(t), 1 / (1 + t)};
  }

  /** Errors below this, for each block, are rounding rather than truncation. */
  private static final double ROUNDING = 5e-16;

  private static final int MOST_STEPS = 2048;

  /** A slope that changes by no more as the step size falls is taken for that of the limit. */
  private static final double SETTLED = 0.02;

  private static final int FEWEST_STEPS = 256;

  static List<String> consistentSchemes() {
    return Catalogue.onClassPath().schemes().values().stream()
        .filter(scheme -> scheme.program(Coefficients.FROZEN).stepPower() == 1)
        .map(OdeScheme::facts)
        .filter(facts -> facts.blockOrder() > 0)
        .filter(facts -> facts.blockOrder() < HighOrderConvergenceTest.HIGH)
        // See PartitionedTest and AdditiveTest.
        .filter(facts -> !(facts.family() instanceof SchemeFamily.Partitioned))
        .filter(facts -> !(facts.family() instanceof SchemeFamily.Additive))
        .map(SchemeFacts::name)
        .toList();
  }

  /** The slope over three step sizes that are fine, and whose errors are not yet rounding. */
  @ParameterizedTest
  @MethodSource("consistentSchemes")
  void slopeIsTheClaimedOrder(String name) {
    SchemeFacts facts = Float64.scheme(name).facts();
    StartOfBlock start = StartOfBlock.of(facts);
    // Where the start has a lower order, its error takes over only as the step size falls, and the
    // slope falls from the one order to the other.
    int highest = facts.order();
    int lowest = facts.blockOrder();
    DoublePredicate claimed = slope -> slope > lowest - 0.2 && slope < highest + 0.2;
    for (Coefficients coefficients : Members.choices(Float64.scheme(name)).toList()) {
      double slope = slope(name, start.steps(), coefficients, claimed);
      String message = coefficients + ": slope " + slope + " of order " + lowest;
      assertTrue(claimed.test(slope), message);
    }
  }

  /** Of step sizes as fine as it takes to see the claim, and finer ones where it is not seen. */
  private static double slope(
      String name, int steps, Coefficients coefficients, DoublePredicate claimed) {
    List<Integer> blocks = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    double slope = Double.NaN;
    for (int n = 2; n * steps <= MOST_STEPS; n += (n + 1) / 2) {
      double error = error(name, steps, n, coefficients);
      if (error < ROUNDING * n) {
        break;
      }
      blocks.add(n);
      errors.add(error);
      int coarse = errors.size() - 3;
      if (coarse >= 0) {
        double before = slope;
        slope = Math.log(errors.get(coarse) / error) / Math.log((double) n / blocks.get(coarse));
        boolean settled = n * steps >= FEWEST_STEPS && Math.abs(slope - before) < SETTLED;
        if (settled && claimed.test(slope)) {
          break;
        }
      }
    }
    return slope;
  }

  /** One long integration is content with a start of order p - 1; a chain of blocks is not. */
  @Test
  void aLowerOrderOfTheStartIsThatOfTheChain() {
    assertEquals(1, Float64.scheme("adams-bashforth2-by-euler").facts().blockOrder());
    assertEquals(1, chained("adams-bashforth2-by-euler", 3, 1024), 0.1);
    assertEquals(2, Float64.scheme("adams-bashforth2").facts().blockOrder());
    assertEquals(2, chained("adams-bashforth2", 6, 512), 0.1);
  }

  private static double chained(String name, int steps, int blocks) {
    double coarse = error(name, steps, blocks, Coefficients.FROZEN);
    return Math.log(coarse / error(name, steps, 2 * blocks, Coefficients.FROZEN)) / Math.log(2);
  }

  /** Zero history is no approximation: the error does not shrink with the step size. */
  @ParameterizedTest
  @CsvSource({"leapfrog, 4", "carried-leapfrog-from-zero, 1"})
  void zeroHistoryDoesNotConverge(String name, int steps) {
    assertEquals(0, Float64.scheme(name).facts().blockOrder());
    assertTrue(error(name, steps, 256 / steps, Coefficients.FROZEN) > 0.1);
  }

  /** Through a whole network the error of the start is felt once: its order is one more. */
  @Test
  void carriedHistoryFeelsTheStartOnce() {
    assertEquals(2, Float64.scheme("carried-adams-bashforth3-by-euler").facts().blockOrder());
    assertEquals(2, chained("carried-adams-bashforth3-by-euler", 1, 1024), 0.1);
    assertEquals(1, Float64.scheme("carried-adams-bashforth2-from-zero").facts().blockOrder());
    assertEquals(1, chained("carried-adams-bashforth2-from-zero", 1, 1024), 0.1);
    assertEquals(1, Float64.scheme("absorbed-average").facts().blockOrder());
    assertEquals(1, chained("absorbed-average", 1, 1024), 0.1);
  }

  private static double error(String name, int steps, int blocks, Coefficients coefficients) {
    double[] end = integrate(name, COUPLED, END / (steps * blocks), blocks, coefficients, 0, 0, 1);
    double[] expected = solution(END);
    return Math.hypot(end[1] - expected[0], end[2] - expected[1]);
  }

  /** Started by Heun, which is exact for degree 2 itself, leapfrog is, and not for degree 3. */
  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false"})
  void leapfrogIsExactOnQuadraticPolynomials(int degree, boolean exact) {
    RightHandSide power =
        state -> {
          double t = Float64.read(state)[0];
          return Tensor.create(new double[] {1, degree * Math.pow(t, degree - 1)}, 1, 2, 1, 1);
        };
    double[] end = integrate("leapfrog-by-heun", power, 1.0 / 8, 2, Coefficients.FROZEN, 0, 0);
    double error = Math.abs(end[1] - 1);
    assertTrue(exact ? error < 1e-14 : error > 1e-3, "error " + error);
  }

  /** The c of f = c h g where a vector field absorbs the step size; 1 elsewhere. */
  private static double absorbed(OdeScheme scheme) {
    Matcher factor =
        Pattern.compile("f = c h g, .* = ([^,=\\n]+), all").matcher(scheme.facts().proof());
    return factor.find() ? Textbook.number(Members.substituted(factor.group(1), scheme)) : 1;
  }

  private static double[] integrate(
      String name,
      RightHandSide f,
      double h,
      int blocks,
      Coefficients coefficients,
      double... begin) {
    try (Parameters parameters = new Parameters()) {
      OdeScheme scheme = Float64.scheme(name);
      double absorbed = absorbed(scheme);
      BlockChain chain =
          new BlockChain(
              scheme, parameters, new FunctionVectorField(f), coefficients, h * absorbed);
      try (NoGradGuard constants = new NoGradGuard();
          Tensor state = Tensor.create(begin, 1, begin.length, 1, 1);
          Tensor end = chain.forward(state, blocks)) {
        return Float64.read(end);
      }
    }
  }
}
