package io.butcherblock.nn;

import org.bytedeco.pytorch.Tensor;

/** Takes the mean color of DIV2K from an image, and gives it back: RGB in 0..255. Never trained. */
public final class MeanShift implements AutoCloseable {

  private static final float[] DIV2K_MEAN = {0.4488f * 255, 0.4371f * 255, 0.4040f * 255};

  private final Tensor mean;

  MeanShift(Parameters parameters) {
    try (Tensor onHost = Tensors.of(DIV2K_MEAN, 1, DIV2K_MEAN.length, 1, 1)) {
      this.mean = onHost.to(parameters.device(), onHost.scalar_type());
      // Lives as long as the network, longer than a scope that is open while the network is built.
      mean.retainReference();
    }
  }

  /** The mean of channel {@code c} (0 red, 1 green, 2 blue), in 0..255. */
  public static float mean(int c) {
    return DIV2K_MEAN[c];
  }

  Tensor subtract(Tensor image) {
    return image.sub(mean);
  }

  Tensor add(Tensor image) {
    return image.add(mean);
  }

  @Override
  public void close() {
    mean.close();
  }
}
