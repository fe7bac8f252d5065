package io.butcherblock.throughput;

import java.util.Locale;

/** What is done with a batch. */
public enum Task {
  /** A step of training: copy to the device, L1 loss, gradient, Adam. The loss is read later. */
  TRAIN,
  /** The network's output, on images that are on the device. */
  INFER;

  /** {@code train}, as it is written in reports. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
