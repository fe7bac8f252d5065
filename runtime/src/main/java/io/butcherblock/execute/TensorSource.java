package io.butcherblock.execute;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/** Where operators that are made ready take their tensors from. It owns these tensors. */
public interface TensorSource {

  /** The parameter of a key, as {@link io.butcherblock.graph.Node#parameters} names it. */
  Tensor parameter(String key);

  /**
   * A constant.
   *
   * @param values a number for each channel
   * @return float32 [1, channels, 1, 1]
   */
  Tensor channelConstant(List<Float> values);

  /**
   * The tensor code of an opaque evaluation, {@link io.butcherblock.graph.Node.Opaque#key}: maps
   * feature maps to a new tensor of the same shape.
   */
  UnaryOperator<Tensor> opaque(String key);
}
