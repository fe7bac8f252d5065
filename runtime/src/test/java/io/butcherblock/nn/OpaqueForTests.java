package io.butcherblock.nn;

import java.util.OptionalInt;
import org.bytedeco.pytorch.Tensor;

/** Tensor code with a weight for each channel: y times the weight. */
public final class OpaqueForTests extends OpaqueVectorField {

  @Override
  public String name() {
    return "opaque";
  }

  @Override
  public RightHandSide create(ParameterScope parameters, StageContext stage) {
    Tensor weight = parameters.uniform("weight" + stage.stage(), 0.5, stage.channels(), 1, 1);
    return y -> y.mul(weight);
  }

  @Override
  public long parameters(int channels) {
    return channels;
  }

  @Override
  public long macsPerPixel(int channels) {
    return 100;
  }

  @Override
  public long macsPerImage(int channels) {
    return 7;
  }

  @Override
  public OptionalInt radius() {
    return OptionalInt.of(2);
  }
}
