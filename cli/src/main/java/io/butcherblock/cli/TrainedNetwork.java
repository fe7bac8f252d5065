package io.butcherblock.cli;

import io.butcherblock.SuperResolution;
import io.butcherblock.checkpoint.WeightsInfo;
import io.butcherblock.models.Model;
import io.butcherblock.models.ModelCatalogue;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A network with the weights of a file, or of the class path, for commands that run it. */
final class TrainedNetwork {

  @Mixin private NetworkChoice choice;

  @Mixin private RunOptions run;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "The network's weights: a safetensors file or a PyTorch state dict (.pt, .pth), with our"
              + " keys or the official implementation's (default: NETWORK is the name of trained"
              + " weights, which 'butcherblock networks' lists).")
  private Path weights;

  /**
   * Builds the network and reads its weights; the caller closes it.
   *
   * @param localRank the number of this process on its machine, which is that of its GPU
   */
  SuperResolution open(int localRank) {
    if (weights == null) {
      Model model = choice.model(ModelCatalogue.onClassPath());
      return SuperResolution.load(model, run.options(localRank));
    }
    WeightsInfo saved = WeightsInfo.read(weights);
    return SuperResolution.load(
        weights, choice.spec(saved), choice.scale(saved), run.options(localRank));
  }

  /** The files that are read besides images. */
  List<Path> files() {
    return weights == null ? List.of() : List.of(weights);
  }

  /** Whether outputs are averaged over the eight symmetries of the square. */
  boolean selfEnsemble() {
    return run.selfEnsemble();
  }

  /** The size of tiles that was asked for: a number, or {@code auto}. */
  String tile() {
    return run.tile();
  }
}
