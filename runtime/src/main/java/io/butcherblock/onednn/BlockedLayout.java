package io.butcherblock.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * oneDNN's layout {@code nChw16c} of feature maps: 16 channels of a pixel lie side by side, then
 * the next pixel. A float32 tensor [N, C/16, H, W, 16]; C is a multiple of 16.
 */
public final class BlockedLayout {

  /** Channels side by side. */
  public static final int BLOCK = 16;

  private BlockedLayout() {}

  /**
   * Brings feature maps into this layout.
   *
   * @param x float32 [N, C, H, W] in main memory; stays the caller's
   * @return a new tensor, which the caller closes
   */
  public static Tensor of(OneDnn library, Tensor x) {
    try (PointerScope scope = new PointerScope()) {
      long[] shape = {x.size(0), x.size(1), x.size(2), x.size(3)};
      Tensor dense = x.contiguous(torch.MemoryFormat.ChannelsLast);
      Tensor blocked = empty(shape);
      copy(
          library,
          memory(library, dense, shape, memory.format_tag.nhwc),
          memory(library, blocked, shape, memory.format_tag.nChw16c));
      return blocked.retainReference();
    }
  }

  /**
   * Brings feature maps out of this layout.
   *
   * @param blocked [N, C/16, H, W, 16]; stays the caller's
   * @return a new tensor [N, C, H, W], channels last, which the caller closes
   */
  public static Tensor undo(OneDnn library, Tensor blocked) {
    try (PointerScope scope = new PointerScope()) {
      long[] shape = shape(blocked);
      // So that [N, H, W, C] is dense.
      Tensor pixels = torch.empty(new long[] {shape[0], shape[2], shape[3], shape[1]});
      copy(
          library,
          memory(library, blocked, shape, memory.format_tag.nChw16c),
          memory(library, pixels, shape, memory.format_tag.nhwc));
      return pixels.permute(0, 3, 1, 2).retainReference();
    }
  }

  /** Copies numbers from one layout to another. */
  static void copy(OneDnn library, memory from, memory to) {
    OneDnn.call(
        () -> {
          synchronized (library) {
            new reorder(from, to).execute(library.stream(), from, to);
            library.stream()._wait();
          }
        });
  }

  /** [N, C, H, W] of feature maps in this layout. */
  static long[] shape(Tensor blocked) {
    return new long[] {blocked.size(0), blocked.size(1) * BLOCK, blocked.size(2), blocked.size(3)};
  }

  /** A new tensor in this layout, for feature maps of [N, C, H, W]. */
  static Tensor empty(long... shape) {
    return torch.empty(new long[] {shape[0], shape[1] / BLOCK, shape[2], shape[3], BLOCK});
  }

  /** oneDNN's view of feature maps in this layout. */
  static memory memory(OneDnn library, Tensor blocked) {
    return memory(library, blocked, shape(blocked), memory.format_tag.nChw16c);
  }

  /** oneDNN's view of a tensor, which has to live as long. */
  static memory memory(OneDnn library, Tensor tensor, long[] shape, memory.format_tag layout) {
    return new memory(
        new memory.desc(shape, memory.data_type.f32, layout), library.engine(), tensor.data_ptr());
  }
}
