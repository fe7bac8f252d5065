package io.butcherblock.onednn;

import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.prelu_forward;
import org.bytedeco.javacpp.PointerScope;

/**
 * A parametric ReLU of one size as oneDNN compiled it, for any slopes. Owns native memory.
 *
 * @param primitive runs it
 */
record PReluKernel(prelu_forward primitive) implements AutoCloseable {

  /**
   * What it works on: feature maps [N, C, H, W].
   *
   * @param threads of one operator
   */
  record Size(long batch, long channels, long height, long width, int threads) {}

  static PReluKernel of(engine cpu, Size size) {
    try (PointerScope scope = new PointerScope()) {
      memory.desc maps =
          new memory.desc(
              new long[] {size.batch, size.channels, size.height, size.width},
              memory.data_type.f32,
              memory.format_tag.nChw16c);
      // As dense as any layout, and the one that it is fast for.
      memory.desc slopes =
          new memory.desc(
              new long[] {1, size.channels, 1, 1}, memory.data_type.f32, memory.format_tag.nChw16c);
      return new PReluKernel(
          new prelu_forward(
                  new prelu_forward.primitive_desc(
                      cpu, dnnl.prop_kind.forward_inference, maps, slopes, maps))
              .retainReference());
    }
  }

  void run(OneDnn library, memory source, memory slopes, memory target) {
    OneDnn.call(
        () -> {
          try (PointerScope scope = new PointerScope()) {
            IntMemoryMap arguments = new IntMemoryMap();
            arguments.put(dnnl.DNNL_ARG_SRC, source);
            arguments.put(dnnl.DNNL_ARG_WEIGHTS, slopes);
            arguments.put(dnnl.DNNL_ARG_DST, target);
            primitive.execute(library.stream(), arguments);
            library.stream()._wait();
          }
        });
  }

  @Override
  public void close() {
    primitive.close();
  }
}
