package io.butcherblock.check;

import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.TemporaryFiles;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.throughput.PyTorch;
import io.butcherblock.weights.ExportFormat;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.Device;

/** The networks of Python's PyTorch against ours, from the same weights: that they are the same. */
final class PythonParity {

  private PythonParity() {}

  /**
   * What Python computes on a device, held against the reference; empty if the network has no
   * source in Python, which the throughput tells then.
   *
   * @throws ButcherblockException if Python fails at it
   */
  static Optional<Comparison> of(NetworkParity ours, PyTorch pytorch, Device device) {
    SuperResolutionNetwork network = ours.reference();
    if (!PyTorch.canRun(network.spec())) {
      return Optional.empty();
    }
    Path folder = TemporaryFiles.folder("butcherblock-check", "what is compared with Python");
    try {
      Path saved = folder.resolve("weights.safetensors");
      Path weights = folder.resolve("weights.pt");
      Path input = folder.resolve("input");
      Path output = folder.resolve("output");
      try {
        Weights.save(
            saved, network.parameters(), WeightsInfo.of(network.spec(), network.scale()).toMap());
        Weights.export(saved, ExportFormat.TORCH, weights);
        Files.write(input, bytes(ours.input()));
        pytorch.output(
            network.spec(), network.scale(), device, weights, input, NetworkParity.SIDE, output);
        return Optional.of(
            ours.compared("Python's PyTorch", Precision.FP32, floats(Files.readAllBytes(output))));
      } catch (IllegalStateException e) {
        throw new ButcherblockException(
            "Python's PyTorch cannot compute %s x%s (%s); name another Python or leave the option out."
                .formatted(network.spec().name(), network.scale(), e.getMessage()),
            e);
      } finally {
        for (Path file : List.of(saved, weights, input, output, folder)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw FileFailure.cannot("exchange files with Python in", folder, e);
    }
  }

  private static byte[] bytes(float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static float[] floats(byte[] bytes) {
    float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer().get(values);
    return values;
  }
}
