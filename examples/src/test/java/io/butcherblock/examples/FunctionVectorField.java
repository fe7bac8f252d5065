package io.butcherblock.examples;

import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;

/** A vector field without parameters, given as a function. */
final class FunctionVectorField extends PixelwiseVectorField {

  private final RightHandSide function;

  FunctionVectorField(RightHandSide function) {
    super("function");
    this.function = function;
  }

  @Override
  public RightHandSide create(ParameterScope parameters, StageContext stage) {
    return function;
  }
}
