package io.butcherblock.examples;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.DescribedVectorField;
import io.butcherblock.nn.GraphContext;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.program.Value;

/** Is the vector field {@code is}, and describes itself as the vector field {@code says}. */
record WrongDescription(String is, String says) implements DescribedVectorField {

  @Override
  public String name() {
    return is;
  }

  @Override
  public RightHandSide create(StageContext site) {
    return named(is).create(site);
  }

  @Override
  public Value describe(GraphContext site, Value y) {
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

  private static DescribedVectorField named(String name) {
    return (DescribedVectorField) Catalogue.onClassPath().vectorFields().get(name);
  }
}
