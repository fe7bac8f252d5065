package io.butcherblock.onednn;

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
      Tensor blocked = empty(library, shape);
      TensorMemory.copy(
          library,
          TensorMemory.ofChannelsLast(library, dense, shape),
          TensorMemory.ofMaps(library, blocked));
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
      Tensor pixels = library.maps().empty(shape[0], shape[2], shape[3], shape[1]);
      TensorMemory.copy(
          library,
          TensorMemory.ofMaps(library, blocked),
          TensorMemory.ofChannelsLast(library, pixels, shape));
      return pixels.permute(0, 3, 1, 2).retainReference();
    }
  }

  /** [N, C, H, W] of feature maps in this layout. */
  static long[] shape(Tensor blocked) {
    return new long[] {blocked.size(0), blocked.size(1) * BLOCK, blocked.size(2), blocked.size(3)};
  }

  /** A new tensor in this layout, for feature maps of [N, C, H, W]. */
  static Tensor empty(OneDnn library, long... shape) {
    return library.maps().empty(shape[0], shape[1] / BLOCK, shape[2], shape[3], BLOCK);
  }
}
