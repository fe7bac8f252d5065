package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.checkpoint.Weights;
import io.butcherblock.data.Batch;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
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
    ParityCase parity = new ParityCase(FOLDER, caseName);
    NetworkSpec spec =
        Catalogue.onClassPath()
            .networks()
            .get(networkName)
            .withSize(parity.number("blocks"), parity.number("channels"));
    int scale = parity.number("scale");
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(spec, scale, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      Weights.load(parity.weights(), network.parameters(), networkName);
      assertEquals(parity.number("params_without_mean_shift"), network.parameters().count());
      ParityCase.Array input = parity.array("input");
      assertArrayEquals(parity.array("output").values(), forward(network, input), OUTPUT_TOLERANCE);

      ParityCase.Array lr = parity.array("batch_lr");
      ParityCase.Array hr = parity.array("batch_hr");
      Batch batch = new Batch(lr.values(), hr.values(), lr.shape()[0], lr.shape()[2], scale);
      for (double expected : parity.losses()) {
        double loss = step.run(batch, AdamSettings.PAPER.learningRate());
        assertEquals(expected, loss, expected * RELATIVE_LOSS_TOLERANCE);
      }
      assertArrayEquals(
          parity.array("output_after5").values(), forward(network, input), OUTPUT_TOLERANCE);
    }
  }

  private static float[] forward(SuperResolutionNetwork network, ParityCase.Array input) {
    int[] shape = input.shape();
    try (NoGradGuard guard = new NoGradGuard();
        Tensor lr = Tensors.of(input.values(), shape[0], shape[1], shape[2], shape[3]);
        Tensor sr = network.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }
}
