package io.butcherblock.examples;

import io.butcherblock.nn.Derivative;
import io.butcherblock.nn.DerivativeFactory;
import io.butcherblock.nn.DerivativeSite;

/** A derivative without parameters, given as a function. */
record FunctionDerivative(Derivative function) implements DerivativeFactory {

  @Override
  public Derivative create(DerivativeSite site) {
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
