package io.butcherblock.examples;

import io.butcherblock.nn.OpaqueVectorField;
import java.util.OptionalInt;

/** Tensor code without parameters or convolutions, each pixel of it by itself. */
abstract class PixelwiseVectorField extends OpaqueVectorField {

  private final String name;

  PixelwiseVectorField(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final long parameters(int channels) {
    return 0;
  }

  @Override
  public final long macsPerPixel(int channels) {
    return 0;
  }

  @Override
  public final OptionalInt radius() {
    return OptionalInt.of(0);
  }
}
