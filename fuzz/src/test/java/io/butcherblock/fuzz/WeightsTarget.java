package io.butcherblock.fuzz;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.tensorfiles.TensorFile;
import io.butcherblock.weights.FuzzedWeights;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files of weights: read, written and read again, and loaded into a network. */
final class WeightsTarget implements FuzzTarget {

  /** Some seeds, made when they are asked for. */
  @FunctionalInterface
  interface Seeds {
    List<byte[]> make() throws IOException;
  }

  private final Seeds seeds;
  private final InputFile file = new InputFile("weights");
  private final Path written = Files.createTempFile("fuzz", ".safetensors");

  WeightsTarget(Seeds seeds) throws IOException {
    this.seeds = seeds;
    written.toFile().deleteOnExit();
  }

  @Override
  public void run(byte[] input) throws IOException {
    file.giveTo(this::read, input);
  }

  private void read(Path weights) throws IOException {
    try (TensorFile tensors = FuzzedWeights.read(weights)) {
      FuzzedWeights.write(written, tensors);
      byte[] once = Files.readAllBytes(written);
      try (TensorFile again = FuzzedWeights.read(written)) {
        FuzzedWeights.write(written, again);
      }
      if (!Arrays.equals(once, Files.readAllBytes(written))) {
        throw new AssertionError("Written otherwise: " + tensors.names());
      }
    }
    try {
      WeightsInfo unused = WeightsInfo.read(weights);
    } catch (ButcherblockException e) {
      Refusal.check(e);
    }
    Weights.load(weights, SmallNetwork.network());
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return seeds.make();
  }
}
