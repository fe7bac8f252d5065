package io.butcherblock.fuzz;

import io.butcherblock.device.NativeLibraries;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.ExportFormat;
import io.butcherblock.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;

/**
 * A network of some thousand numbers, which weights are loaded into. Lives as long as the process.
 */
final class SmallNetwork {

  static final int SCALE = 2;
  private static final int CHANNELS = 2;
  private static SuperResolutionNetwork network;

  private SmallNetwork() {}

  static NetworkSpec spec() {
    return Catalogue.onClassPath().network("oisr-lf-s").withSize(1, CHANNELS);
  }

  static synchronized SuperResolutionNetwork network() {
    if (network == null) {
      NativeLibraries.select();
      network = new SuperResolutionNetwork(spec(), SCALE, 0, new Device("cpu"));
    }
    return network;
  }

  /** Its weights as a safetensors file. */
  static byte[] safetensors() throws IOException {
    Path file = Files.createTempFile("fuzz", ".safetensors");
    try {
      Weights.save(file, network());
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  /** Its weights as Python would save them. */
  static byte[] exported(ExportFormat format) throws IOException {
    Path from = Files.createTempFile("fuzz", ".safetensors");
    Path to = Files.createTempFile("fuzz", ".pt");
    try {
      Weights.save(from, network());
      Weights.export(from, format, to);
      return Files.readAllBytes(to);
    } finally {
      Files.delete(from);
      Files.delete(to);
    }
  }
}
