package io.butcherblock.cli;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.checkpoint.WeightsInfo;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A network with the weights of a file, for commands that run it. */
final class TrainedNetwork {

  @Mixin private NetworkChoice choice;

  @Mixin private Mixins.DeviceOptions device;

  @Mixin private Mixins.PrecisionOption precision;

  @Mixin private Mixins.UpscalerOptions upscaling;

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
  SuperResolution open(int localRank) {
    WeightsInfo saved = WeightsInfo.read(weights);
    InferenceOptions options =
        upscaling.set(
            InferenceOptions.DEFAULT
                .withDevice(device.prepare(localRank))
                .withGpu(localRank)
                .withPrecision(precision.precision()));
    return SuperResolution.load(weights, choice.spec(saved), choice.scale(saved), options);
  }

  /** The file of the weights. */
  Path weights() {
    return weights;
  }

  /** Whether outputs are averaged over the eight symmetries of the square. */
  boolean selfEnsemble() {
    return upscaling.selfEnsemble();
  }

  /** The size of tiles that was asked for: a number, or {@code auto}. */
  String tile() {
    return upscaling.tile();
  }
}
