package io.butcherblock.weights;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;

/**
 * The parameters of the upsampler, which alone depend on the scale: {@code tail.0.0}, and for x4
 * {@code tail.0.2} too.
 */
final class UpsamplerKeys {

  private static final String PREFIX = "tail.0.";

  private UpsamplerKeys() {}

  static boolean isOne(String key) {
    return key.startsWith(PREFIX);
  }

  /**
   * The shapes of the upsampler among {@code tensors}. One convolution of x4 has the shape of x2's:
   * only all of them together tell the scale.
   */
  static Map<String, List<Long>> shapes(Map<String, Tensor> tensors) {
    Map<String, List<Long>> shapes = new TreeMap<>();
    tensors.forEach(
        (key, tensor) -> {
          if (isOne(key)) {
            shapes.put(key, Arrays.stream(tensor.shape()).boxed().toList());
          }
        });
    return shapes;
  }
}
