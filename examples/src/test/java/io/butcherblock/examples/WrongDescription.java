package io.butcherblock.examples;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.Derivative;
import io.butcherblock.nn.DerivativeSite;
import io.butcherblock.nn.DescribedDerivative;
import io.butcherblock.nn.GraphSite;
import io.butcherblock.program.Value;

/** Is the derivative {@code is}, and describes itself as the derivative {@code says}. */
record WrongDescription(String is, String says) implements DescribedDerivative {

  @Override
  public String name() {
    return is;
  }

  @Override
  public Derivative create(DerivativeSite site) {
    return named(is).create(site);
  }

  @Override
  public Value describe(GraphSite site, Value y) {
    return named(says).describe(site, y);
  }

  @Override
  public long parameters(int channels) {
    return named(is).parameters(channels);
  }

  @Override
  public long macsPerPixel(int channels) {
    return named(is).macsPerPixel(channels);
  }

  @Override
  public int radius() {
    return named(is).radius();
  }

  private static DescribedDerivative named(String name) {
    return (DescribedDerivative) Catalogue.onClassPath().derivatives().get(name);
  }
}
