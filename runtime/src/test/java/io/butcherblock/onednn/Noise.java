package io.butcherblock.onednn;

import io.butcherblock.nn.Tensors;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;

/** Normally distributed numbers. */
final class Noise {

  private final Random random;

  Noise(long seed) {
    this.random = new Random(seed);
  }

  /** A new tensor, which the caller closes. */
  Tensor normal(double deviation, long... shape) {
    int count = 1;
    for (long size : shape) {
      count *= (int) size;
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return Tensors.of(values, shape);
  }
}
