package io.butcherblock.commands;

import io.butcherblock.SuperResolution;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.models.Model;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.options.ModelNames;
import io.butcherblock.options.NetworkOptions;
import io.butcherblock.options.RunOptions;
import io.butcherblock.results.EvaluationJson;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A network with the weights of a file, or of the class path, for commands that run it. */
final class TrainedNetwork {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NETWORK",
      description =
          "Name of the network of --weights (default: what the file says of itself); without"
              + " --weights, of trained weights. 'butcherblock networks' lists both.")
  private String name;

  @Mixin private NetworkOptions options;

  @Mixin private RunOptions run;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "The network's weights: a safetensors file or a PyTorch state dict (.pt, .pth), with our"
              + " keys or the official implementation's (default: the trained weights NETWORK).")
  private Path weights;

  /**
   * Builds the network and reads its weights; the caller closes it.
   *
   * @param localRank the number of this process on its machine, which is that of its GPU
   */
  SuperResolution open(int localRank) {
    if (weights == null) {
      return SuperResolution.load(model(), run.options(localRank));
    }
    if (name != null && ModelNames.find(name).isPresent()) {
      throw new ButcherblockException(
          "%s is the name of trained weights, and --weights names a file of others; leave out one of the two."
              .formatted(name));
    }
    ModelNames.refuseAsFile(weights);
    WeightsInfo saved = WeightsInfo.read(weights);
    String proposal = command.name() + " NETWORK --scale S ...";
    NetworkSpec spec = options.spec(NetworkOptions.name(name, saved, weights, proposal), saved);
    return SuperResolution.load(weights, spec, options.scale(saved), run.options(localRank));
  }

  private Model model() {
    Model model = ModelNames.named(command.commandLine(), name);
    options.refuse(model);
    return model;
  }

  /** The files that are read besides images. */
  List<Path> files() {
    return weights == null ? List.of() : List.of(weights);
  }

  /** What is said of the opened network besides its figures. */
  EvaluationJson.Network described(SuperResolution sr) {
    Optional<Path> file = Optional.ofNullable(weights);
    try {
      NetworkSize size = NetworkSize.of(sr.network().spec(), sr.scale());
      return new EvaluationJson.Network(
          file, OptionalLong.of(size.parameters()), OptionalLong.of(size.macs()));
    } catch (ButcherblockException e) {
      // A vector field that does not describe itself cannot be counted.
      return new EvaluationJson.Network(file, OptionalLong.empty(), OptionalLong.empty());
    }
  }

  /** The largest side of a tile in LR pixels; empty for one chosen by its memory. */
  OptionalInt tileSize() {
    return run.tileSize();
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
