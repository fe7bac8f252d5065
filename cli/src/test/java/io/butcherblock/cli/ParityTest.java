package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.check.NpyArray;
import io.butcherblock.check.OfficialCase;
import io.butcherblock.data.Batch;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;
import io.butcherblock.weights.ExportFormat;
import io.butcherblock.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Generated networks give what the official implementation gives: same weights, same outputs, same
 * losses.
 */
class ParityTest {

  private static final Path FOLDER = Path.of("..", "..", "shared", "parity");
  private static final float OUTPUT_TOLERANCE = 1e-3f;
  private static final double RELATIVE_LOSS_TOLERANCE = 1e-4;

  @ParameterizedTest
  @CsvSource({
    "edsr-b2-f8-x2, edsr",
    "lf-s-b2-f8-x2, oisr-lf-s",
    "lf-s-b1-f8-x4, oisr-lf-s",
    "rk2-s-b2-f8-x2, oisr-rk2-s",
    "rk2-s-b1-f8-x4, oisr-rk2-s",
    "rk3-b2-f8-x2, oisr-rk3",
    "rk3-b1-f8-x4, oisr-rk3"
  })
  void forwardAndFiveAdamStepsAgree(String caseName, String networkName) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no " + FOLDER + ": the parity cases are not here");
    OfficialCase parity = new OfficialCase(FOLDER, caseName);
    NetworkSpec spec =
        Catalogue.onClassPath()
            .networks()
            .get(networkName)
            .withSize(parity.number("blocks"), parity.number("channels"));
    int scale = parity.scale();
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(spec, scale, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      Weights.load(parity.weights("safetensors"), network.parameters(), networkName);
      assertEquals(parity.number("params_without_mean_shift"), network.parameters().count());
      NpyArray input = parity.images("input");
      assertArrayEquals(
          parity.images("output").values(), forward(network, input), OUTPUT_TOLERANCE);

      Batch batch = parity.batch();
      for (double expected : parity.losses()) {
        double loss = step.run(batch, AdamSettings.PAPER.learningRate());
        assertEquals(expected, loss, expected * RELATIVE_LOSS_TOLERANCE);
      }
      assertArrayEquals(
          parity.images("output_after5").values(), forward(network, input), OUTPUT_TOLERANCE);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "edsr-b2-f8-x2, edsr",
    "lf-s-b2-f8-x2, oisr-lf-s",
    "lf-s-b1-f8-x4, oisr-lf-s",
    "rk2-s-b2-f8-x2, oisr-rk2-s",
    "rk2-s-b1-f8-x4, oisr-rk2-s",
    "rk3-b2-f8-x2, oisr-rk3",
    "rk3-b1-f8-x4, oisr-rk3"
  })
  void stateDictsOfPyTorchAreTheSameWeights(String caseName, String networkName, @TempDir Path out)
      throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no " + FOLDER + ": the parity cases are not here");
    OfficialCase parity = new OfficialCase(FOLDER, caseName);
    float[] expected = parity.images("output").values();
    Path exported = out.resolve("exported.pt");
    Weights.export(parity.weights("safetensors"), ExportFormat.TORCH, exported);
    float[] fromSafetensors = output(parity, networkName, parity.weights("safetensors"));
    for (Path file : List.of(parity.weights("pt"), parity.weights("zip.pt"), exported)) {
      float[] actual = output(parity, networkName, file);
      assertArrayEquals(expected, actual, OUTPUT_TOLERANCE, file.toString());
      assertArrayEquals(fromSafetensors, actual, file.toString());
    }
  }

  private static float[] output(OfficialCase parity, String networkName, Path weights)
      throws IOException {
    NetworkSpec spec =
        Catalogue.onClassPath()
            .networks()
            .get(networkName)
            .withSize(parity.number("blocks"), parity.number("channels"));
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, parity.scale(), 1, cpu)) {
      Weights.load(weights, network.parameters(), networkName);
      return forward(network, parity.images("input"));
    }
  }

  @Test
  void aTrainedNetworkOfPyTorchIsRead() {
    Path file = FOLDER.resolveSibling("weights").resolve("edsr-8x64-x2.pt");
    assumeTrue(Files.isRegularFile(file), "no " + file + ": the trained network is not here");
    NetworkSpec spec = Catalogue.onClassPath().networks().get("edsr-baseline").withSize(8, 64);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
      Weights.load(file, network.parameters(), spec.name());
      try (Tensor weight = network.parameters().byName().get("body.7.conv2.weight").abs();
          Tensor mean = weight.mean()) {
        // As PyTorch computes it; fresh weights have 0.021.
        assertEquals(0.03645, mean.item_float(), 1e-5);
      }
    }
  }

  private static float[] forward(SuperResolutionNetwork network, NpyArray input) {
    int[] shape = input.shape();
    try (NoGradGuard guard = new NoGradGuard();
        Tensor lr = Tensors.of(input.values(), shape[0], shape[1], shape[2], shape[3]);
        Tensor sr = network.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }
}
