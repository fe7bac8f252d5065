package io.butcherblock.options;

import io.butcherblock.export.TorchScript;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.onnx.Onnx;
import io.butcherblock.weights.ExportFormat;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The formats of {@code export}: weights alone, or a network with its weights. */
public enum ExportTarget {
  TORCH,
  SAFETENSORS,
  ONNX,
  TORCHSCRIPT;

  /** The endings of its files, the usual one first. */
  public List<String> endings() {
    return switch (this) {
      case TORCH, TORCHSCRIPT -> List.of(".pt", ".pth");
      case SAFETENSORS -> List.of(".safetensors");
      case ONNX -> List.of(".onnx");
    };
  }

  /** The format of weights alone; empty where a network is written. */
  public Optional<ExportFormat> weights() {
    return switch (this) {
      case TORCH -> Optional.of(ExportFormat.TORCH);
      case SAFETENSORS -> Optional.of(ExportFormat.SAFETENSORS);
      case ONNX, TORCHSCRIPT -> Optional.empty();
    };
  }

  /**
   * Writes a network; only where {@link #weights()} is empty.
   *
   * @param weights what the file of its weights says
   */
  public void write(Path file, SuperResolutionNetwork network, WeightsInfo weights) {
    if (this == ONNX) {
      Onnx.write(file, network, weights);
    } else {
      TorchScript.write(file, network, weights);
    }
  }
}
