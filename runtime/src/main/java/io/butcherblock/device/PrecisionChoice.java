package io.butcherblock.device;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.pytorch.Device;

/** In which precision a trained network is to be run. */
public enum PrecisionChoice {
  /**
   * The fastest on this machine that hardly changes the result, found out when the network is
   * opened; float32 if no other is.
   */
  AUTO,
  /** {@link Precision#FP32}. */
  FP32,
  /** {@link Precision#TF32}. */
  TF32,
  /** {@link Precision#BF16}. */
  BF16;

  /** The choice of one precision. */
  public static PrecisionChoice of(Precision precision) {
    return valueOf(precision.name());
  }

  /** The one precision; empty if it is to be found out. */
  public Optional<Precision> fixed() {
    return this == AUTO ? Optional.empty() : Optional.of(Precision.valueOf(name()));
  }

  /**
   * Checks that a device can compute so.
   *
   * @param device stays the caller's
   * @throws io.butcherblock.error.ButcherblockException if it cannot
   */
  public void check(Device device) {
    fixed().ifPresent(precision -> precision.check(device));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
