package io.butcherblock.benchmarks.network;

import io.butcherblock.export.PythonModule;
import io.butcherblock.export.TorchScript;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.onnx.Onnx;
import io.butcherblock.weights.ExportFormat;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * One network with the same weights for every subject.
 *
 * @param folder holds all the files
 */
public record NetworkFiles(Path folder) {

  /**
   * Writes the weights as safetensors, as PyTorch's state dict and as {@link NamedArrays}, and the
   * network as source in Python.
   */
  public static NetworkFiles writeWeights(MeasuredNetwork network, Path folder) throws IOException {
    try (SuperResolutionNetwork built = network.open()) {
      return write(network, built, folder);
    }
  }

  /** Writes the weights, and the network for ONNX Runtime and for TorchScript. */
  public static NetworkFiles writeAll(MeasuredNetwork network, Path folder) throws IOException {
    try (SuperResolutionNetwork built = network.open()) {
      NetworkFiles files = write(network, built, folder);
      Onnx.write(files.onnx(), built);
      TorchScript.write(files.torchScript(), built);
      return files;
    }
  }

  private static NetworkFiles write(
      MeasuredNetwork network, SuperResolutionNetwork built, Path folder) throws IOException {
    Files.createDirectories(folder);
    NetworkFiles files = new NetworkFiles(folder);
    Weights.save(
        files.safetensors(),
        built.parameters(),
        WeightsInfo.of(network.spec(), MeasuredNetwork.SCALE).toMap());
    Weights.export(files.safetensors(), ExportFormat.TORCH, files.stateDict());
    NamedArrays.write(files.arrays(), NamedArrays.of(built.parameters()));
    PythonModule.write(files.python(), network.spec(), MeasuredNetwork.SCALE);
    return files;
  }

  public Path safetensors() {
    return folder.resolve("weights.safetensors");
  }

  public Path onnx() {
    return folder.resolve("model.onnx");
  }

  public Path torchScript() {
    return folder.resolve("model.pt");
  }

  /** The weights as the official implementation has them. */
  private Path stateDict() {
    return folder.resolve("weights.pt");
  }

  /** Read by {@code pytorch_subject.py}. */
  private Path python() {
    return folder.resolve("network.py");
  }

  private Path arrays() {
    return folder.resolve("weights.bin");
  }

  /** The weights without a native library. */
  public Map<String, NamedArrays.Shaped> readArrays() throws IOException {
    return NamedArrays.read(arrays());
  }

  /** Copies the weights into a network. */
  public void load(Parameters parameters, String network) {
    Weights.load(safetensors(), parameters, network);
  }
}
