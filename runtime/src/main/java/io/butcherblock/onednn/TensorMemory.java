package io.butcherblock.onednn;

import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.pytorch.Tensor;

/**
 * How tensors lie in memory, in the words of oneDNN: descriptors, and views of LibTorch's tensors.
 * All but {@link #bytes} are float32. A view shares the tensor's memory, which has to live as long.
 */
final class TensorMemory {

  private TensorMemory() {}

  /** Feature maps [N, C, H, W] in the {@link BlockedLayout}. */
  static memory.desc maps(long... shape) {
    return desc(memory.format_tag.nChw16c, shape);
  }

  /** 3x3 weights in the order that a kernel likes best. */
  static memory.desc weights(long out, long in) {
    return desc(memory.format_tag.any, out, in, 3, 3);
  }

  /** [length]. */
  static memory.desc vector(long length) {
    return desc(memory.format_tag.x, length);
  }

  /** One number for each channel of feature maps, to be multiplied with them. */
  static memory.desc perChannel(long channels) {
    // As dense as any layout, and the one that it is fast for.
    return maps(1, channels, 1, 1);
  }

  /** So many bytes to work in. */
  static memory.desc bytes(long size) {
    return new memory.desc(new long[] {size}, memory.data_type.u8, memory.format_tag.x);
  }

  private static memory.desc desc(memory.format_tag layout, long... shape) {
    return new memory.desc(shape, memory.data_type.f32, layout);
  }

  /** A view of feature maps in the {@link BlockedLayout}. */
  static memory ofMaps(OneDnn library, Tensor blocked) {
    return view(library, blocked, maps(BlockedLayout.shape(blocked)));
  }

  /**
   * A view of feature maps whose channels lie side by side.
   *
   * @param tensor dense as [N, H, W, C], whatever the order of its dimensions
   * @param shape [N, C, H, W]
   */
  static memory ofChannelsLast(OneDnn library, Tensor tensor, long... shape) {
    return view(library, tensor, desc(memory.format_tag.nhwc, shape));
  }

  /**
   * A view of 3x3 weights.
   *
   * @param weight [out, in, 3, 3], contiguous
   */
  static memory ofWeights(OneDnn library, Tensor weight) {
    return view(
        library, weight, desc(memory.format_tag.oihw, weight.size(0), weight.size(1), 3, 3));
  }

  /** A view of [length]. */
  static memory ofVector(OneDnn library, Tensor values) {
    return view(library, values, vector(values.numel()));
  }

  /** A view of [channels], one number for each channel of feature maps. */
  static memory ofChannels(OneDnn library, Tensor values) {
    return view(library, values, perChannel(values.numel()));
  }

  private static memory view(OneDnn library, Tensor tensor, memory.desc description) {
    return new memory(description, library.engine(), tensor.data_ptr());
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
}
