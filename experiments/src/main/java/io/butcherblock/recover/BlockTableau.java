package io.butcherblock.recover;

import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a block, or a chain of them, computes of one value y0: an explicit scheme with a stage for
 * each evaluation, k_i = h f(u_i y0 + sum_j a_ij k_j), result v y0 + sum_i b_i k_i. It is a
 * Runge-Kutta scheme where all u_i and v are 1. Indices count from 0.
 */
public final class BlockTableau {

  private final double[] ofInput;
  private final double[][] a;
  private final double[] b;
  private final double resultOfInput;

  /**
   * A scheme.
   *
   * @param arguments of each stage u_i, a_i1, a_i2, ..., of equal length
   * @param result v, b_1, b_2, ...
   */
  BlockTableau(List<double[]> arguments, double[] result) {
    int stages = arguments.size();
    ofInput = arguments.stream().mapToDouble(row -> row[0]).toArray();
    a =
        arguments.stream()
            .map(row -> Arrays.copyOfRange(row, 1, stages + 1))
            .toArray(double[][]::new);
    b = Arrays.copyOfRange(result, 1, stages + 1);
    resultOfInput = result[0];
  }

  private BlockTableau(double[] ofInput, double[][] a, double[] b, double resultOfInput) {
    this.ofInput = ofInput;
    this.a = a;
    this.b = b;
    this.resultOfInput = resultOfInput;
  }

  /**
   * Recovers the scheme of one block.
   *
   * @param program a program with one input; of its outputs the first counts
   * @param values the number that a factor stands for
   */
  public static BlockTableau of(BlockProgram program, ToDoubleFunction<Factor> values) {
    return of(List.of(program), List.of(values));
  }

  /**
   * Recovers the scheme of a chain of blocks, each of which takes the state that the one before
   * leaves, as one step.
   *
   * @param programs at least one; the first has one input
   * @param values the numbers that the factors of each program stand for
   */
  public static BlockTableau of(
      List<BlockProgram> programs, List<ToDoubleFunction<Factor>> values) {
    LinearForms forms =
        new LinearForms(1, programs.stream().mapToInt(BlockProgram::evaluations).sum());
    for (int i = 0; i < programs.size(); i++) {
      forms.run(programs.get(i), values.get(i));
    }
    return new BlockTableau(forms.arguments(), forms.state().get(0));
  }

  /** The number of evaluations of the vector field. */
  public int stages() {
    return b.length;
  }

  /** a_ij, 0 for j &gt;= i. */
  public double a(int i, int j) {
    return a[i][j];
  }

  /** b_i. */
  public double b(int i) {
    return b[i];
  }

  /** c_i, the sum of row i. */
  public double c(int i) {
    return DoubleStream.of(a[i]).sum();
  }

  /** u_i, how much of the input is in the argument of a stage. */
  public double ofInput(int i) {
    return ofInput[i];
  }

  /** v, how much of the input is in the result. */
  public double resultOfInput() {
    return resultOfInput;
  }

  /** The sum of all b_i: of a consistent scheme, how many steps h the block takes. */
  public double length() {
    return DoubleStream.of(b).sum();
  }

  /** How far the u_i and v are from 1, at most; 0 for a Runge-Kutta scheme. */
  public double distanceOfInput() {
    return Math.max(
        Math.abs(resultOfInput - 1),
        DoubleStream.of(ofInput).map(u -> Math.abs(u - 1)).max().orElse(0));
  }

  /** The same scheme with the step size {@code steps} h: all a_ij and b_i are divided by it. */
  BlockTableau perStep(double steps) {
    return new BlockTableau(
        ofInput,
        Arrays.stream(a).map(row -> over(row, steps)).toArray(double[][]::new),
        over(b, steps),
        resultOfInput);
  }

  private static double[] over(double[] row, double divisor) {
    return DoubleStream.of(row).map(entry -> entry / divisor).toArray();
  }

  /** A x. */
  double[] applied(double[] x) {
    return IntStream.range(0, stages()).mapToDouble(i -> product(a[i], x, i)).toArray();
  }

  /** b^T x. */
  double weighted(double[] x) {
    return product(b, x, stages());
  }

  private static double product(double[] row, double[] x, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += row[j] * x[j];
    }
    return sum;
  }

  /**
   * The stability function R(z), of y' = lambda y and z = h lambda, as coefficients from that of
   * the power 0: v, b^T u, b^T A u, b^T A^2 u, ...
   */
  public double[] stabilityFunction() {
    double[] r = new double[stages() + 1];
    r[0] = resultOfInput;
    double[] x = ofInput;
    for (int power = 1; power <= stages(); power++) {
      r[power] = weighted(x);
      x = applied(x);
    }
    return r;
  }
}
