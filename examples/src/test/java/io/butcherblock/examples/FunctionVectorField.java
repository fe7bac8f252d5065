package io.butcherblock.examples;

import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.VectorFieldFactory;

/** A vector field without parameters, given as a function. */
record FunctionVectorField(RightHandSide function) implements VectorFieldFactory {

  @Override
  public RightHandSide create(StageContext site) {
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
  public int radius() {
    return 0;
  }
}
