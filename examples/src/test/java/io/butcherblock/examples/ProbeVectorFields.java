package io.butcherblock.examples;

import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Vector fields that find out what a block does: evaluation i notes where it is evaluated and
 * returns the unit vector e_i, whatever the argument. Vectors have a place for y0, number 0, so
 * that each noted argument reads as its coefficients: y0 + 1/2 k1 is (1, 1/2, 0, ...).
 */
final class ProbeVectorFields extends PixelwiseVectorField {

  private final int size;
  private final List<double[]> arguments = new ArrayList<>();

  ProbeVectorFields(int evaluations) {
    super("probe");
    this.size = evaluations + 1;
  }

  /** The arguments of the evaluations, in the order of evaluation. */
  List<double[]> arguments() {
    return arguments;
  }

  Tensor unit(int place) {
    double[] vector = new double[size];
    vector[place] = 1;
    return Tensor.create(vector, 1, size, 1, 1);
  }

  @Override
  public RightHandSide create(ParameterScope parameters, StageContext stage) {
    return y -> {
      arguments.add(Float64.read(y));
      return unit(arguments.size());
    };
  }
}
