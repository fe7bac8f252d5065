package io.butcherblock.throughput;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/** How exactly convolutions multiply while a device is checked: one line each. */
public enum Precision {
  /** Float32, 24 significant bits. */
  FP32(0.01, 1e-4, false),
  /** NVIDIA's tensor cores: factors of 11 significant bits, sums in float32. */
  TF32(1, 0.01, true);

  private final double outputTolerance;
  private final double lossTolerance;
  private final boolean onGpusOnly;

  Precision(double outputTolerance, double lossTolerance, boolean onGpusOnly) {
    this.outputTolerance = outputTolerance;
    this.lossTolerance = lossTolerance;
    this.onGpusOnly = onGpusOnly;
  }

  /** Those that a device has. */
  public static List<Precision> of(Device device) {
    return Arrays.stream(values()).filter(p -> !device.is_cpu() || !p.onGpusOnly).toList();
  }

  /** Tells the tensor library, for the whole process. */
  public void use() {
    // Both are set, for the library's own default is tf32 in convolutions only.
    Context library = torch.globalContext();
    library.setAllowTF32CuDNN(this == TF32);
    library.setAllowTF32CuBLAS(this == TF32);
  }

  /** How far outputs may differ that should be equal but for rounding, of values in 0..255. */
  public double outputTolerance() {
    return outputTolerance;
  }

  /** How far losses may differ that should be equal but for rounding, as part of the loss. */
  public double lossTolerance() {
    return lossTolerance;
  }

  /** {@code fp32}, as it is written in reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
