package io.butcherblock.cli;

import io.butcherblock.checkpoint.NetworkMetadata;
import io.butcherblock.checkpoint.Weights;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A network with the weights of a file, for commands that run it. */
final class TrainedNetwork {

  @Mixin private NetworkChoice choice;

  @Mixin private DeviceOptions device;

  @Mixin private PrecisionOption precision;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description =
          "The network's weights: a safetensors file or a PyTorch state dict (.pt, .pth), with our"
              + " keys or the official implementation's.")
  private Path weights;

  /**
   * Builds the network and reads its weights; the caller closes it.
   *
   * @param localRank the number of this process on its machine, which is that of its GPU
   */
  SuperResolutionNetwork open(int localRank) {
    Map<String, String> metadata = Weights.metadata(weights);
    try (Device on = device.open(localRank)) {
      SuperResolutionNetwork network =
          new SuperResolutionNetwork(choice.spec(metadata), choice.scale(metadata), 0, on);
      try {
        network.use(precision.precision());
        Weights.load(weights, network.parameters(), network.spec().name());
        return network;
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    }
  }

  /** What the network's output depends on, besides the image. */
  List<String> facts(SuperResolutionNetwork network) {
    List<String> facts = new ArrayList<>();
    NetworkMetadata.of(network.spec(), network.scale())
        .forEach((name, value) -> facts.add(name + " " + value));
    facts.add("weights " + ContentDigest.of(weights));
    facts.add("precision " + network.precision());
    return facts;
  }
}
