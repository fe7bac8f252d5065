package io.butcherblock.device;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Copies Java arrays to new tensors in main memory. Not by {@code Tensor.create}: its indexers use
 * {@code sun.misc.Unsafe}, of which Java 24 and later warn on standard error.
 */
public final class HostTensors {

  private HostTensors() {}

  /**
   * Copies an array to a new float32 tensor.
   *
   * @param values in row-major order
   * @param shape sizes, outermost first, whose product is the number of values
   * @return a new tensor, which the caller or the scope that is open closes
   * @throws IllegalArgumentException if there are more or fewer values
   */
  public static Tensor of(float[] values, long... shape) {
    Tensor tensor = empty(torch.ScalarType.Float, values.length, shape);
    if (values.length > 0) {
      try (FloatPointer data = new FloatPointer(tensor.data_ptr_float())) {
        data.put(values);
      }
    }
    return tensor;
  }

  /**
   * Copies an array to a new float64 tensor.
   *
   * @param values in row-major order
   * @param shape sizes, outermost first, whose product is the number of values
   * @return a new tensor, which the caller or the scope that is open closes
   * @throws IllegalArgumentException if there are more or fewer values
   */
  public static Tensor of(double[] values, long... shape) {
    Tensor tensor = empty(torch.ScalarType.Double, values.length, shape);
    if (values.length > 0) {
      try (DoublePointer data = new DoublePointer(tensor.data_ptr_double())) {
        data.put(values);
      }
    }
    return tensor;
  }

  private static Tensor empty(torch.ScalarType type, int values, long... shape) {
    long numel = 1;
    for (long size : shape) {
      numel = Math.multiplyExact(numel, size);
    }
    if (numel != values) {
      throw new IllegalArgumentException(
          "A tensor of %s elements is not made of %s values.".formatted(numel, values));
    }
    NativeLibraries.select();
    try (TensorOptions options = new TensorOptions(type)) {
      return torch.empty(shape, options, null);
    }
  }
}
