package io.butcherblock.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.prelu_backward;
import org.bytedeco.dnnl.prelu_forward;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.PointerScope;

/** Has oneDNN compile parametric ReLUs and their derivatives, for any slopes. */
final class PReluKernels {

  /**
   * What one works on: feature maps [N, C, H, W].
   *
   * @param threads of one operator
   */
  record Size(long batch, long channels, long height, long width, int threads) {}

  private PReluKernels() {}

  /**
   * Compiles one.
   *
   * @param gradient whether to compute the gradients by input and slopes
   */
  static CompiledKernel of(engine cpu, boolean gradient, Size size) {
    try (PointerScope scope = new PointerScope()) {
      memory.desc maps = TensorMemory.maps(size.batch, size.channels, size.height, size.width);
      memory.desc slopes = TensorMemory.perChannel(size.channels);
      primitive_attr attributes = new primitive_attr();
      attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
      prelu_forward.primitive_desc forward =
          new prelu_forward.primitive_desc(
              cpu,
              gradient ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference,
              maps,
              slopes,
              maps,
              attributes,
              false);
      if (!gradient) {
        return CompiledKernel.kept(
            new prelu_forward(forward), forward.weights_desc(), forward.scratchpad_desc());
      }
      prelu_backward.primitive_desc backward =
          new prelu_backward.primitive_desc(
              cpu, maps, slopes, maps, slopes, maps, forward, attributes, false);
      return CompiledKernel.kept(
          new prelu_backward(backward), backward.weights_desc(), backward.scratchpad_desc());
    }
  }
}
