package io.butcherblock.examples;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.program.BlockProgram;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Tensor;

/**
 * The coefficients of the block of a family, read off with vector fields that return unit vectors,
 * and how far they are from the order that the scheme claims.
 *
 * <p>A one-step block gives its tableau; its order conditions are evaluated as textbooks write them
 * up to order 4. A multistep block, whose start is a method of at least its order, is run on y' = q
 * t^(q-1), which it must integrate exactly for q up to its order.
 */
final class RecoveredScheme {

  private RecoveredScheme() {}

  /**
   * What was found.
   *
   * @param residual the largest difference of a condition
   * @param abscissae c of a tableau; empty of a recurrence
   */
  record Result(double residual, List<Double> abscissae) {}

  /**
   * Makes a block, changes its parameters, and looks at it.
   *
   * @param change what is done to the parameters
   */
  static Result of(OdeScheme scheme, Parameters parameters, Consumer<Parameters> change) {
    BlockProgram program = scheme.program(Coefficients.FAMILY);
    ProbeVectorFields probes = new ProbeVectorFields(program.evaluations());
    return scheme.facts().family() instanceof SchemeFamily.RungeKutta
        ? tableau(scheme, parameters, probes, change)
        : recurrence(scheme, parameters, change);
  }

  private static Result tableau(
      OdeScheme scheme,
      Parameters parameters,
      ProbeVectorFields probes,
      Consumer<Parameters> change) {
    OdeBlock block = Float64.block(scheme, parameters, probes, Coefficients.FAMILY, 1);
    change.accept(parameters);
    double[] b;
    try (Tensor y0 = probes.unit(0);
        Tensor y1 = block.forward(y0)) {
      b = behindFirst(Float64.read(y1));
    }
    double[][] a =
        probes.arguments().stream().map(RecoveredScheme::behindFirst).toArray(double[][]::new);
    double[] one = new double[b.length];
    Arrays.fill(one, 1);
    double[] c = times(a, one);
    double[] ac = times(a, c);
    double[][] conditions = {
      {1, sum(b, one) - 1},
      {2, sum(b, c) - 1.0 / 2},
      {3, sum(b, product(c, c)) - 1.0 / 3},
      {3, sum(b, ac) - 1.0 / 6},
      {4, sum(b, product(c, product(c, c))) - 1.0 / 4},
      {4, sum(b, product(c, ac)) - 1.0 / 8},
      {4, sum(b, times(a, product(c, c))) - 1.0 / 12},
      {4, sum(b, times(a, ac)) - 1.0 / 24},
    };
    double residual =
        Arrays.stream(conditions)
            .filter(condition -> condition[0] <= scheme.facts().order())
            .mapToDouble(condition -> Math.abs(condition[1]))
            .max()
            .orElseThrow();
    return new Result(residual, Arrays.stream(c).boxed().toList());
  }

  private static double[] behindFirst(double[] vector) {
    return Arrays.copyOfRange(vector, 1, vector.length);
  }

  private static double[] times(double[][] a, double[] vector) {
    return Arrays.stream(a).mapToDouble(row -> sum(row, vector)).toArray();
  }

  private static double sum(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private static double[] product(double[] left, double[] right) {
    double[] product = new double[left.length];
    for (int i = 0; i < left.length; i++) {
      product[i] = left[i] * right[i];
    }
    return product;
  }

  private static Result recurrence(
      OdeScheme scheme, Parameters parameters, Consumer<Parameters> change) {
    // Where f has the step size in it, it is another multiple of g in each block; but constants
    // are kept by all of them.
    boolean absorbs = scheme.definition(Coefficients.FAMILY).contains("absorbs");
    int order = scheme.facts().order();
    FunctionVectorField field =
        new FunctionVectorField(
            state -> {
              double t = Float64.read(state)[0];
              double[] slopes = new double[order + 1];
              slopes[0] = absorbs ? 0 : 1;
              for (int q = 1; q <= order; q++) {
                slopes[q] = absorbs ? 0 : q * Math.pow(t, q - 1);
              }
              return Tensor.create(slopes, 1, order + 1, 1, 1);
            });
    BlockChain chain = new BlockChain(scheme, parameters, field, Coefficients.FAMILY, 1);
    change.accept(parameters);
    double[] begin = new double[order + 1];
    Arrays.fill(begin, absorbs ? 1 : 0);
    try (Tensor y0 = Tensor.create(begin, 1, order + 1, 1, 1);
        Tensor end = chain.forward(y0, chain.size() + 1)) {
      double[] y = Float64.read(end);
      double residual = 0;
      for (int q = 1; q <= order; q++) {
        residual = Math.max(residual, Math.abs(y[q] / Math.pow(y[0], q) - 1));
      }
      return new Result(residual, List.of());
    }
  }
}
