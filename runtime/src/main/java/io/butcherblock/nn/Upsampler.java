package io.butcherblock.nn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Enlarges feature maps by sub-pixel convolution: Conv C to r^2 C, then pixel shuffle by r; for x4
 * twice with r = 2.
 */
final class Upsampler {

  private final List<Convolution> convolutions = new ArrayList<>();
  private final int factor;

  Upsampler(ParameterScope root, int channels, int scale) {
    this.factor = factor(scale);
    for (int stage = 0; stage < stages(scale); stage++) {
      convolutions.add(
          new Convolution(
              root.child(StateDictKeys.upsampler(stage)), channels, factor * factor * channels));
    }
  }

  /** Refuses a scale that is not built. */
  static void check(int scale) {
    if (scale < 2 || scale > 4) {
      throw new IllegalArgumentException("The scales are 2, 3 and 4, not " + scale + ".");
    }
  }

  /** The enlargement of one stage. */
  static int factor(int scale) {
    return scale == 3 ? 3 : 2;
  }

  /** How often the enlargement is applied. */
  static int stages(int scale) {
    return scale == 4 ? 2 : 1;
  }

  Tensor apply(Tensor x) {
    Tensor value = enlarge(convolutions.get(0), x);
    for (Convolution convolution : convolutions.subList(1, convolutions.size())) {
      try (Tensor before = value) {
        value = enlarge(convolution, before);
      }
    }
    return value;
  }

  private Tensor enlarge(Convolution convolution, Tensor x) {
    try (Tensor wide = convolution.apply(x)) {
      return torch.pixel_shuffle(wide, factor);
    }
  }
}
