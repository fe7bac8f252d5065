package io.butcherblock.onednn;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.javacpp.PointerScope;

/**
 * A Winograd convolution of one size as oneDNN compiled it, for any weights. Owns native memory.
 *
 * @param primitive runs it
 * @param weights how the weights have to lie, which differs with the size
 * @param scratch bytes that it needs while it runs
 */
record ConvolutionKernel(convolution_forward primitive, memory.desc weights, long scratch)
    implements AutoCloseable {

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

  /**
   * Compiles one.
   *
   * @throws RuntimeException of the bindings if this processor has none
   */
  static ConvolutionKernel of(engine cpu, Size size) {
    try (PointerScope scope = new PointerScope()) {
      primitive_attr attributes = new primitive_attr();
      attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
      convolution_forward.primitive_desc description =
          new convolution_forward.primitive_desc(
              cpu,
              dnnl.prop_kind.forward_inference,
              dnnl.algorithm.convolution_winograd,
              blocked(size.source()),
              desc(memory.format_tag.any, size.out, size.in, 3, 3),
              desc(memory.format_tag.x, size.out),
              blocked(size.target()),
              ONE,
              new long[] {size.zerosAbove, 1},
              new long[] {size.zerosBelow, 1},
              attributes,
              false);
      // Tiles of 2x2 come first and of 4x4 last, which need fewer multiplications.
      boolean more = true;
      while (more) {
        more = description.next_impl();
      }
      return new ConvolutionKernel(
          new convolution_forward(description).retainReference(),
          description.weights_desc().retainReference(),
          description.scratchpad_desc().get_size());
    }
  }

  /** Weights [out, in, 3, 3] in the order that this kernel wants, for its caller to close. */
  memory transformed(OneDnn library, memory dense) {
    memory transformed = new memory(weights, library.engine()).retainReference();
    BlockedLayout.copy(library, dense, transformed);
    return transformed;
  }

  /** Convolves; all tensors stay their owners'. */
  void run(OneDnn library, memory source, memory transformed, memory bias, memory target) {
    OneDnn.call(
        () -> {
          try (PointerScope scope = new PointerScope()) {
            IntMemoryMap arguments = new IntMemoryMap();
            arguments.put(dnnl.DNNL_ARG_SRC, source);
            arguments.put(dnnl.DNNL_ARG_WEIGHTS, transformed);
            arguments.put(dnnl.DNNL_ARG_BIAS, bias);
            arguments.put(dnnl.DNNL_ARG_DST, target);
            arguments.put(dnnl.DNNL_ARG_SCRATCHPAD, library.kernels().scratch(scratch));
            primitive.execute(library.stream(), arguments);
            library.stream()._wait();
          }
        });
  }

  private static memory.desc blocked(long[] shape) {
    return new memory.desc(shape, memory.data_type.f32, memory.format_tag.nChw16c);
  }

  private static memory.desc desc(memory.format_tag layout, long... shape) {
    return new memory.desc(shape, memory.data_type.f32, layout);
  }

  @Override
  public void close() {
    primitive.close();
    weights.close();
  }
}
