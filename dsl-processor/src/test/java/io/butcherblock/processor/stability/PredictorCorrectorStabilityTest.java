package io.butcherblock.processor.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.processor.model.Stability;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.parse.RecurrenceParser;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Intervals of P(EC)^m E with several back values. The numbers are from a bisection of the largest
 * modulus of the roots, which numpy finds as eigenvalues of the companion matrix.
 */
class PredictorCorrectorStabilityTest {

  private static String recurrence(String name) {
    return switch (name) {
      case "AB2" -> "y[n] + 3/2 h f[n] - 1/2 h f[n-1]";
      case "AB3" -> "y[n] + 23/12 h f[n] - 4/3 h f[n-1] + 5/12 h f[n-2]";
      case "AB4" -> "y[n] + 55/24 h f[n] - 59/24 h f[n-1] + 37/24 h f[n-2] - 3/8 h f[n-3]";
      case "AB5" ->
          "y[n] + 1901/720 h f[n] - 2774/720 h f[n-1] + 2616/720 h f[n-2] - 1274/720 h f[n-3]"
              + " + 251/720 h f[n-4]";
      case "AM2" -> "y[n] + 1/2 h f[n+1] + 1/2 h f[n]";
      case "AM3" -> "y[n] + 5/12 h f[n+1] + 2/3 h f[n] - 1/12 h f[n-1]";
      case "AM4" -> "y[n] + 3/8 h f[n+1] + 19/24 h f[n] - 5/24 h f[n-1] + 1/24 h f[n-2]";
      case "AM5" ->
          "y[n] + 251/720 h f[n+1] + 646/720 h f[n] - 264/720 h f[n-1] + 106/720 h f[n-2]"
              + " - 19/720 h f[n-3]";
      case "Milne" -> "y[n-3] + 8/3 h f[n] - 4/3 h f[n-1] + 8/3 h f[n-2]";
      case "Simpson" -> "y[n-1] + 1/3 h f[n+1] + 4/3 h f[n] + 1/3 h f[n-1]";
      case "Hamming" -> "9/8 y[n] - 1/8 y[n-2] + 3/8 h f[n+1] + 3/4 h f[n] - 3/8 h f[n-1]";
      // Euler's method and the trapezoidal rule, both with the factor w + 1.
      case "EulerTwice" -> "y[n-1] + h f[n] + h f[n-1]";
      case "AM2Twice" -> "y[n-1] + 1/2 h f[n+1] + h f[n] + 1/2 h f[n-1]";
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static List<Multistep.Term> terms(String name) {
    return RecurrenceParser.parse(
            name,
            "y[n+1] = " + recurrence(name),
            /* absorbsStepSize= */ false,
            /* implicit= */ true)
        .value()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "AM2, AB2, 1, 2, 1.287188506",
    "AM2, AB2, 2, 1.477967243, 1.691419804",
    "AM3, AB2, 1, 2.4, 1.2",
    "AM3, AB3, 1, 1.728783568, 0",
    "AM3, AB3, 2, 1.269480073, 0",
    "AM4, AB3, 1, 1.934608421, 1.178471731",
    "AM4, AB4, 1, 1.284816263, 0",
    "AM4, AB4, 2, 1.053790567, 0",
    "AM5, AB4, 1, 1.411461486, 0",
    "AM5, AB5, 1, 0.946917035, 0.258711773",
    "Simpson, Milne, 1, 0, 0",
    "Hamming, Milne, 1, 0.5, 0",
    // p = (w + 1)(w - 1 - z - 1/2 z^2): the root -1 is there for every z.
    "AM2Twice, EulerTwice, 1, NaN, NaN",
  })
  void intervals(
      String corrector, String predictor, int corrections, double real, double imaginary) {
    Stability stability =
        MultistepStability.of(
            new Multistep("Scheme", 2, terms(corrector), 6, StartingProcedure.euler())
                .with(new Predictor(terms(predictor), corrections)));
    assertTrue(stability.isKnown());
    assertEquals(real, stability.realInterval(), 5e-8);
    assertEquals(imaginary, stability.imaginaryInterval(), 5e-8);
  }
}
