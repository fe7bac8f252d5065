package io.butcherblock.options;

import io.butcherblock.export.TorchScript;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.onnx.Onnx;
import io.butcherblock.weights.ExportFormat;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The formats of {@code export}: weights alone, a network with its weights, or without them. */
public enum ExportTarget {
  TORCH,
  SAFETENSORS,
  ONNX,
  TORCHSCRIPT,
  PYTHON;

  /** The endings of its files, the usual one first. */
  public List<String> endings() {
    return switch (this) {
      case TORCH, TORCHSCRIPT -> List.of(".pt", ".pth");
      case SAFETENSORS -> List.of(".safetensors");
      case ONNX -> List.of(".onnx");
      case PYTHON -> List.of(".py");
    };
  }

  /** The format of weights alone; empty where a network is written. */
  public Optional<ExportFormat> weights() {
    return switch (this) {
      case TORCH -> Optional.of(ExportFormat.TORCH);
      case SAFETENSORS -> Optional.of(ExportFormat.SAFETENSORS);
      case ONNX, TORCHSCRIPT, PYTHON -> Optional.empty();
    };
  }

  /** What the files are to whom they belong. */
  public OutputKind kind() {
    return switch (this) {
      case TORCH, SAFETENSORS -> OutputKind.WEIGHTS;
      case ONNX, TORCHSCRIPT -> OutputKind.EXPORTED_NETWORK;
      case PYTHON -> OutputKind.SOURCE;
    };
  }

  /**
   * Writes a network with its weights: as ONNX or TorchScript.
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
