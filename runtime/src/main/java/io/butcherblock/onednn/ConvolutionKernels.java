package io.butcherblock.onednn;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.javacpp.PointerScope;

/** Has oneDNN compile Winograd convolutions and their derivatives, for any weights. */
final class ConvolutionKernels {

  /** What is computed. */
  enum Pass {
    /** The convolution. */
    FORWARD,
    /** The gradient by its input. */
    BY_INPUT,
    /** The gradient by its weights and its bias. */
    BY_WEIGHTS
  }

  private static final long[] ONE = {1, 1};

  /**
   * What a convolution works on.
   *
   * @param rows rows of the result; the input has one more on each side without a row of zeros
   * @param zerosAbove 1 or 0: rows of zeros above the input
   * @param zerosBelow 1 or 0: rows of zeros below it
   * @param threads of one operator
   */
  record Size(
      long batch,
      long in,
      long out,
      long rows,
      long width,
      int zerosAbove,
      int zerosBelow,
      int threads) {

    private long[] source() {
      return new long[] {batch, in, rows + 2 - zerosAbove - zerosBelow, width};
    }

    private long[] target() {
      return new long[] {batch, out, rows, width};
    }
  }

  private final engine cpu;
  private final memory.desc source;
  private final memory.desc target;
  private final memory.desc weights;
  private final memory.desc bias;
  private final long[] above;
  private final long[] below;
  private final primitive_attr attributes = new primitive_attr();

  private ConvolutionKernels(engine cpu, Size size) {
    this.cpu = cpu;
    this.source = TensorMemory.maps(size.source());
    this.target = TensorMemory.maps(size.target());
    this.weights = TensorMemory.weights(size.out, size.in);
    this.bias = TensorMemory.vector(size.out);
    this.above = new long[] {size.zerosAbove, 1};
    this.below = new long[] {size.zerosBelow, 1};
    attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
  }

  /**
   * Compiles one.
   *
   * @throws RuntimeException of the bindings if this processor has none
   */
  static CompiledKernel of(engine cpu, Pass pass, Size size) {
    try (PointerScope scope = new PointerScope()) {
      ConvolutionKernels kernels = new ConvolutionKernels(cpu, size);
      return switch (pass) {
        case FORWARD -> kernels.forward();
        case BY_INPUT -> kernels.byInput();
        case BY_WEIGHTS -> kernels.byWeights();
      };
    }
  }

  private CompiledKernel forward() {
    convolution_forward.primitive_desc description = described(dnnl.prop_kind.forward_inference);
    return CompiledKernel.kept(
        new convolution_forward(description),
        description.weights_desc(),
        description.scratchpad_desc());
  }

  private convolution_forward.primitive_desc described(dnnl.prop_kind kind) {
    convolution_forward.primitive_desc description =
        new convolution_forward.primitive_desc(
            cpu,
            kind,
            dnnl.algorithm.convolution_winograd,
            source,
            weights,
            bias,
            target,
            ONE,
            above,
            below,
            attributes,
            false);
    toLargestTiles(description);
    return description;
  }

  private CompiledKernel byInput() {
    convolution_backward_data.primitive_desc description =
        new convolution_backward_data.primitive_desc(
            cpu,
            dnnl.algorithm.convolution_winograd,
            source,
            weights,
            target,
            ONE,
            above,
            below,
            described(dnnl.prop_kind.forward_training),
            attributes,
            false);
    toLargestTiles(description);
    return CompiledKernel.kept(
        new convolution_backward_data(description),
        description.weights_desc(),
        description.scratchpad_desc());
  }

  private CompiledKernel byWeights() {
    convolution_backward_weights.primitive_desc description =
        new convolution_backward_weights.primitive_desc(
            cpu,
            dnnl.algorithm.convolution_winograd,
            source,
            weights,
            bias,
            target,
            ONE,
            above,
            below,
            described(dnnl.prop_kind.forward_training),
            attributes,
            false);
    toLargestTiles(description);
    return CompiledKernel.kept(
        new convolution_backward_weights(description),
        description.diff_weights_desc(),
        description.scratchpad_desc());
  }

  /** Tiles of 2x2 come first and of 4x4 last, which need fewer multiplications. */
  private static void toLargestTiles(primitive_desc description) {
    boolean more = true;
    while (more) {
      more = description.next_impl();
    }
  }
}
