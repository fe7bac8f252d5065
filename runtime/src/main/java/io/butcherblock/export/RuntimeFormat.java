package io.butcherblock.export;

import io.butcherblock.error.UserError;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.nio.file.Path;

/** The formats of other runtimes that a network is written in. */
public enum RuntimeFormat {
  /** For ONNX Runtime and others that read ONNX. */
  ONNX,
  /** For {@code torch.jit.load}. */
  TORCHSCRIPT;

  static final String PRODUCER = "butcherblock";

  /**
   * Writes a network with its weights.
   *
   * @param version that of this program, which the file names as its producer
   * @throws UserError if the file can not be written, or the network's derivative does not describe
   *     itself
   */
  public void write(Path file, SuperResolutionNetwork network, String version) {
    ExportedNetwork exported = ExportedNetwork.of(network, version);
    if (this == ONNX) {
      OnnxWriter.write(file, exported, version);
    } else {
      TorchScriptWriter.write(file, exported);
    }
  }
}
