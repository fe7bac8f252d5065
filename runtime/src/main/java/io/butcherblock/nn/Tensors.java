package io.butcherblock.nn;

import io.butcherblock.device.HostTensors;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Copies between Java arrays and tensors, without leaving helper objects in native memory. */
public final class Tensors {

  private Tensors() {}

  /**
   * Copies an array to a new float32 tensor in main memory.
   *
   * @param values in row-major order
   * @param shape sizes, outermost first, whose product is the number of values
   * @return a new tensor, which the caller closes
   */
  public static Tensor of(float[] values, long... shape) {
    try (PointerScope scope = new PointerScope()) {
      return escape(HostTensors.of(values, shape));
    }
  }

  /**
   * Copies a number for each channel to a new float32 tensor [1, channels, 1, 1] in main memory.
   *
   * @param values a number for each channel
   * @return a new tensor, which the caller closes
   */
  public static Tensor ofChannels(List<Float> values) {
    float[] array = new float[values.size()];
    for (int c = 0; c < array.length; c++) {
      array[c] = values.get(c);
    }
    return of(array, 1, array.length, 1, 1);
  }

  /**
   * Copies the values of a tensor on any device to a new array, as float32 in row-major order.
   *
   * @param tensor stays the caller's
   */
  public static float[] toArray(Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor onHost = tensor.to(torch.ScalarType.Float).cpu().contiguous();
      float[] values = new float[Math.toIntExact(onHost.numel())];
      new FloatPointer(onHost.data_ptr_float()).get(values);
      return values;
    }
  }

  /** Lets a tensor outlive the scope that is open; its caller closes it. */
  static Tensor escape(Tensor tensor) {
    return tensor.retainReference();
  }
}
