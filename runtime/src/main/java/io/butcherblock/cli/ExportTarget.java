package io.butcherblock.cli;

import io.butcherblock.checkpoint.ExportFormat;
import io.butcherblock.export.RuntimeFormat;

/** The formats of {@code export}: weights alone, or a network with its weights. */
enum ExportTarget {
  TORCH(ExportFormat.TORCH, null),
  SAFETENSORS(ExportFormat.SAFETENSORS, null),
  ONNX(null, RuntimeFormat.ONNX),
  TORCHSCRIPT(null, RuntimeFormat.TORCHSCRIPT);

  private final ExportFormat weights;
  private final RuntimeFormat network;

  ExportTarget(ExportFormat weights, RuntimeFormat network) {
    this.weights = weights;
    this.network = network;
  }

  boolean isNetwork() {
    return network != null;
  }

  /** The format of weights alone; only where {@link #isNetwork} says no. */
  ExportFormat weights() {
    return weights;
  }

  /** The format of a network; only where {@link #isNetwork} says so. */
  RuntimeFormat network() {
    return network;
  }
}
