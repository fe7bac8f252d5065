package io.butcherblock.cli;

import io.butcherblock.checkpoint.NetworkMetadata;
import io.butcherblock.checkpoint.Weights;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --start-from}: the weights that a run begins with, where they are not random. */
final class StartOptions {

  @Option(
      names = "--start-from",
      paramLabel = "FILE",
      description =
          "Begin with these weights instead of random ones. Of another scale all but the upsampler"
              + " are taken, as networks for x3 and x4 begin with those of x2.")
  private Path file;

  /** The file, if one is given. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /**
   * Gives a network the weights of the file, if there is one, and says how many of them.
   *
   * @throws ButcherblockException if they do not fit, or are known to be those of another network
   */
  void load(SuperResolutionNetwork network, PrintWriter console) {
    if (file == null) {
      return;
    }
    check(Weights.metadata(file), NetworkMetadata.of(network.spec(), network.scale()));
    Weights.Taken taken =
        Weights.start(file, network.parameters(), network.spec().name() + " x" + network.scale());
    console.printf(
        "Starting from %s: %s%n",
        file,
        taken == Weights.Taken.ALL
            ? "all of its weights, for it is of the same scale"
            : "its weights but for the upsampler, which is of another scale and starts anew");
  }

  /** Shapes do not tell everything: PReLU before and behind a convolution have the same. */
  private void check(Map<String, String> saved, Map<String, String> wanted) {
    for (String part : NetworkMetadata.PARTS) {
      String other = saved.getOrDefault(part, wanted.get(part));
      if (!other.equals(wanted.get(part))) {
        throw new ButcherblockException(
            "%s holds weights of a network with %s %s, not %s; add --%s %s, or start from another file."
                .formatted(
                    file,
                    part.replace('_', ' '),
                    other,
                    wanted.get(part),
                    part.replace('_', '-'),
                    other));
      }
    }
  }
}
