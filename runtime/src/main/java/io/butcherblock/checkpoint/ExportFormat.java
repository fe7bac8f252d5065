package io.butcherblock.checkpoint;

import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** The formats that weights are written in for Python. */
public enum ExportFormat {
  /** What {@code torch.load(file, weights_only=True)} reads; has no place for metadata. */
  TORCH,
  /** What {@code safetensors.torch.load_file} reads. */
  SAFETENSORS;

  void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    if (this == TORCH) {
      TorchWriter.write(file, tensors);
    } else {
      Safetensors.write(file, tensors, metadata);
    }
  }
}
