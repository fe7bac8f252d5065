package io.butcherblock.weights;

import io.butcherblock.tensorfiles.Safetensors;
import io.butcherblock.tensorfiles.TorchWriter;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** The file formats in which weights are written for Python. */
public enum ExportFormat {
  /**
   * A zip file that {@code torch.load(file, weights_only=True)} reads; it has no place for
   * metadata.
   */
  TORCH,
  /** A file that {@code safetensors.torch.load_file} reads; metadata is kept. */
  SAFETENSORS;

  void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    if (this == TORCH) {
      TorchWriter.write(file, tensors);
    } else {
      Safetensors.write(file, tensors, metadata);
    }
  }
}
