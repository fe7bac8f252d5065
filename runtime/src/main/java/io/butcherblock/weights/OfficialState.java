package io.butcherblock.weights;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * A network's weights as the official implementation's state dict.
 *
 * @param tensors by its keys
 * @param meanShift those of them that were made here
 */
record OfficialState(Map<String, Tensor> tensors, Map<String, Tensor> meanShift)
    implements AutoCloseable {

  /** Adds the mean shift, which is there a part of the state. */
  static OfficialState of(Map<String, Tensor> byOurKeys) {
    Map<String, Tensor> meanShift = OfficialKeys.meanShift();
    Map<String, Tensor> tensors = new LinkedHashMap<>(meanShift);
    byOurKeys.forEach(
        (key, tensor) -> tensors.put(OfficialKeys.toOfficial(key, byOurKeys.keySet()), tensor));
    return new OfficialState(tensors, meanShift);
  }

  @Override
  public void close() {
    meanShift.values().forEach(Tensor::close);
  }
}
