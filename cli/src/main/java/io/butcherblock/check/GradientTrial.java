package io.butcherblock.check;

import io.butcherblock.device.Precision;
import java.util.Locale;

/**
 * The gradients of one convolution, held against those in float64 on the CPU.
 *
 * @param convolution such as {@code 64 -> 3, 3x3, 4 of 96x96}
 * @param layout of its feature maps
 * @param precision in which it is computed, float32 or bfloat16
 * @param threads of LibTorch
 * @param ofInput the largest difference of the gradient of the input, as part of the largest value;
 *     NaN if it is no number
 * @param ofWeight the same of the weights
 * @param ofBias the same of the bias
 */
public record GradientTrial(
    String convolution,
    Layout layout,
    Precision precision,
    int threads,
    double ofInput,
    double ofWeight,
    double ofBias) {

  /** How feature maps lie in memory, and with it who convolves. */
  public enum Layout {
    /** What autograd computes in. */
    CHANNELS_LAST,
    /** Winograd convolutions of oneDNN, in its blocks of 16 channels. */
    WINOGRAD,
    /** LibTorch's default, in which nothing here takes a gradient: for your information. */
    NCHW;

    /** The name that PyTorch's users know. */
    @Override
    public String toString() {
      return switch (this) {
        case NCHW -> name();
        case CHANNELS_LAST -> name().toLowerCase(Locale.ROOT);
        case WINOGRAD -> "nChw16c, Winograd";
      };
    }
  }

  /** Whether training depends on it. */
  public boolean isUsed() {
    return layout != Layout.NCHW;
  }

  /**
   * The difference that is still one of rounding, which gives some 1e-6, in bfloat16 some 1e-3; a
   * wrong sum differs by parts of the value.
   */
  public double tolerance() {
    return precision == Precision.BF16 ? 0.03 : 1e-3;
  }

  /** Whether the gradients are those of float64, but for rounding. */
  public boolean passed() {
    // Not the negation of "above": NaN is not right either.
    return ofInput <= tolerance() && ofWeight <= tolerance() && ofBias <= tolerance();
  }
}
