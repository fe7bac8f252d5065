package io.butcherblock.processor.stability;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.Work;
import io.butcherblock.processor.model.SeparableScheme;
import io.butcherblock.processor.model.SeparableScheme.Stage;
import io.butcherblock.processor.polynomial.Polynomial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The matrix of polynomials in z = h lambda that a step of a partitioned scheme multiplies (p, q)
 * by for p' = lambda q, q' = lambda p.
 *
 * <p>Computed with so large a step that the coefficients of the scheme are whole: fractions would
 * be reduced at each operation.
 */
final class StepMatrix {

  private static final Polynomial ZERO = new Polynomial(List.of());
  private static final Polynomial Z = new Polynomial(List.of(Exact.ZERO, Exact.ONE));

  /** What a value is of p and q at the begin: ofP p + ofQ q. */
  private record Linear(Polynomial ofP, Polynomial ofQ) {

    Linear plus(Exact factor, Linear other) {
      return new Linear(ofP.plus(other.ofP.times(factor)), ofQ.plus(other.ofQ.times(factor)));
    }

    Linear timesZ() {
      return new Linear(ofP.times(Z), ofQ.times(Z));
    }
  }

  /** How many times as large the step is. */
  private final Exact step;

  private final SeparableScheme scheme;
  private final Map<Stage, Linear> stages = new HashMap<>();
  private final Linear p1;
  private final Linear q1;

  /**
   * Computes it.
   *
   * @param scheme its evaluations can be made one after the other
   */
  StepMatrix(SeparableScheme scheme) {
    this.step = Exact.ONE.times(Exact.commonDenominator(scheme.numbers()));
    this.scheme = scheme.map(step::times);
    Linear p = new Linear(Polynomial.ONE, ZERO);
    Linear q = new Linear(ZERO, Polynomial.ONE);
    for (Stage stage : scheme.sequence().orElseThrow()) {
      List<Exact> row = (stage.isK() ? this.scheme.ofQ() : this.scheme.ofP()).get(stage.index());
      stages.put(stage, sum(stage.isK() ? q : p, row, !stage.isK()).timesZ());
    }
    this.p1 = sum(p, this.scheme.weightsOfK(), true);
    this.q1 = sum(q, this.scheme.weightsOfL(), false);
  }

  /**
   * Counts what the matrix and its determinant take.
   *
   * @throws io.butcherblock.processor.exact.TooMuchWork if that is more than is left
   */
  static void spend(SeparableScheme scheme, Work work) {
    double entries = scheme.numbers().stream().filter(number -> !number.isZero()).count();
    double degree = scheme.countOfK() + scheme.countOfL();
    int bits = Exact.commonDenominator(scheme.numbers()).bitLength();
    double operations = entries * degree / 2;
    // A coefficient of z^k has the length of k numbers.
    work.spend(operations * degree / 4, bits);
    work.reduce(operations, 0);
    work.spend(degree * degree / 2, degree / 2 * bits);
    work.reduce(2 * degree, degree * bits / 2);
  }

  private Linear sum(Linear y, List<Exact> row, boolean ofK) {
    Linear sum = y;
    for (int j = 0; j < row.size(); j++) {
      if (!row.get(j).isZero()) {
        sum = sum.plus(row.get(j), stages.get(new Stage(ofK, j)));
      }
    }
    return sum;
  }

  Polynomial trace() {
    return inZ(p1.ofP.plus(q1.ofQ));
  }

  Polynomial determinant() {
    return inZ(p1.ofP.times(q1.ofQ).minus(p1.ofQ.times(q1.ofP)));
  }

  private Polynomial inZ(Polynomial whole) {
    return new Polynomial(
        IntStream.rangeClosed(0, whole.degree())
            .mapToObj(power -> whole.coefficient(power).over(step.pow(power)))
            .toList());
  }
}
