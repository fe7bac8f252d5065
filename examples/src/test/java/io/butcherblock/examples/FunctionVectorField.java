package io.butcherblock.examples;

import io.butcherblock.nn.OpaqueVectorField;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import java.util.OptionalInt;

/** A vector field without parameters, given as a function. */
final class FunctionVectorField extends OpaqueVectorField {

  private final RightHandSide function;

  FunctionVectorField(RightHandSide function) {
    this.function = function;
  }

  @Override
  public RightHandSide create(ParameterScope parameters, StageContext stage) {
    return function;
  }

  @Override
  public String name() {
    return "function";
  }

  @Override
  public long parameters(int channels) {
    return 0;
  }

  @Override
  public long macsPerPixel(int channels) {
    return 0;
  }

  @Override
  public OptionalInt radius() {
    return OptionalInt.of(0);
  }
}
