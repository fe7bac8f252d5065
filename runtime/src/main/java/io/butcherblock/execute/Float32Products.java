package io.butcherblock.execute;

import io.butcherblock.device.Precision;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.Float32Backend;
import org.bytedeco.pytorch.global.torch.Float32Op;
import org.bytedeco.pytorch.global.torch.Float32Precision;

/**
 * A region in which convolutions and matrix products of float32 numbers on NVIDIA's GPUs are taken
 * exactly or from shorter factors (TF32). The setting is one of the whole process: a region of
 * another thread waits until this one is closed, which puts the setting back.
 */
public final class Float32Products implements AutoCloseable {

  private static final List<Float32Op> OPERATORS = List.of(Float32Op.CONV, Float32Op.MATMUL);

  /** In the order of coming: a thread that trains would else open one region after the other. */
  private static final ReentrantLock ONE_THREAD_AT_A_TIME = new ReentrantLock(true);

  /** Of each operator; empty where nothing was changed. */
  private final List<Float32Precision> before;

  private Float32Products(List<Float32Precision> before) {
    this.before = before;
  }

  /**
   * Opens a region in which products of float32 factors on {@code device} are taken as a precision
   * says; to be closed, in the same thread. A CPU has one way to take them, and nothing is changed.
   */
  public static Float32Products of(Precision precision, Device device) {
    return device.is_cpu() ? new Float32Products(List.of()) : onCuda(precision == Precision.TF32);
  }

  /** Products by TF32, or exact ones: LibTorch's own default is not the exact one. */
  private static Float32Products onCuda(boolean tf32) {
    ONE_THREAD_AT_A_TIME.lock();
    try (CloseOnFailure made = new CloseOnFailure()) {
      made.add(ONE_THREAD_AT_A_TIME::unlock);
      List<Float32Precision> before =
          OPERATORS.stream()
              .map(
                  operator ->
                      torch
                          .globalContext()
                          .float32Precision(Float32Backend.CUDA, operator)
                          .intern())
              .toList();
      made.add(() -> restore(before));
      OPERATORS.forEach(
          operator -> set(operator, tf32 ? Float32Precision.TF32 : Float32Precision.IEEE));
      made.keep();
      return new Float32Products(before);
    }
  }

  private static void restore(List<Float32Precision> before) {
    for (int i = 0; i < before.size(); i++) {
      set(OPERATORS.get(i), before.get(i));
    }
  }

  // Not by the older switch for TF32, which is deprecated and says so on standard error.
  private static void set(Float32Op operator, Float32Precision precision) {
    torch.globalContext().setFloat32Precision(Float32Backend.CUDA, operator, precision);
  }

  @Override
  public void close() {
    if (before.isEmpty()) {
      return;
    }
    try {
      restore(before);
    } finally {
      ONE_THREAD_AT_A_TIME.unlock();
    }
  }
}
