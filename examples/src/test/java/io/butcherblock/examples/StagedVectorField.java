package io.butcherblock.examples;

import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import org.bytedeco.pytorch.Tensor;

/** A function of a number that differs from evaluation to evaluation, for each number alone. */
final class StagedVectorField extends PixelwiseVectorField {

  private final Function function;

  /** The value of evaluation {@code stage}, from 1, at x. */
  interface Function {

    double at(int stage, double x);
  }

  StagedVectorField(Function function) {
    super("staged");
    this.function = function;
  }

  @Override
  public RightHandSide create(ParameterScope parameters, StageContext stage) {
    return y -> {
      double[] values = Float64.read(y);
      for (int i = 0; i < values.length; i++) {
        values[i] = function.at(stage.stage(), values[i]);
      }
      return Tensor.create(values, 1, values.length, 1, 1);
    };
  }
}
