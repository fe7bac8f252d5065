package io.butcherblock.examples;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.data.Batch;
import io.butcherblock.device.LibTorch;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.schemes.HeunScheme;
import io.butcherblock.examples.vectorfields.GV2VectorField;
import io.butcherblock.nn.BlockModule;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Enlarges a picture and trains, for {@link QuietLibraryTest} and {@link GradientLayoutTest}. */
final class SmallWork {

  private static final int CHANNELS = 8;
  private static final long[] ONE = {1, 1};

  private SmallWork() {}

  public static void main(String[] args) {
    Catalogue catalogue = Catalogue.onClassPath();
    for (String name : new String[] {"oisr-lf-s", "oisr-lf-s-ca"}) {
      NetworkSpec spec = catalogue.network(name).withSize(2, CHANNELS);
      try (Device cpu = LibTorch.cpu();
          SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
        enlarge(network);
        train(network);
      }
    }
    trainAModelOfAUsers();
    System.out.println("done");
  }

  private static void enlarge(SuperResolutionNetwork network) {
    try (SuperResolution sr = SuperResolution.of(network, InferenceOptions.DEFAULT)) {
      sr.upscale(new BufferedImage(37, 29, BufferedImage.TYPE_INT_RGB));
    }
  }

  /** One patch is what NNPACK asks for; of several, oneDNN takes small ones, too. */
  private static void train(SuperResolutionNetwork network) {
    try (TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      step.run(noise(1, 12), AdamSettings.PAPER.learningRate());
      step.run(noise(4, 24), AdamSettings.PAPER.learningRate());
    }
  }

  private static Batch noise(int n, int side) {
    Batch batch = Batch.empty(n, side, 2);
    Random random = new Random(1);
    for (float[] samples : new float[][] {batch.lr(), batch.hr()}) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = 255 * random.nextFloat();
      }
    }
    return batch;
  }

  /** Feature maps and last filters as a user's code makes them, without a thought of layouts. */
  private static void trainAModelOfAUsers() {
    try (PointerScope scope = new PointerScope()) {
      BlockModule block =
          new BlockModule(
              new HeunScheme(),
              new GV2VectorField(),
              CHANNELS,
              WeightSharing.PER_STAGE,
              1,
              Coefficients.TRAINABLE);
      Tensor features = torch.randn(4, CHANNELS, 24, 24);
      features.set_requires_grad(true);
      Tensor filters = torch.randn(3, CHANNELS, 3, 3).mul(new Scalar(0.05));
      Tensor image =
          torch.conv2d(block.forward(features), filters, new TensorOptional(), ONE, ONE, ONE, 1);
      image.abs().sum().backward();
      if (Arrays.equals(features.grad().shape(), features.shape())) {
        return;
      }
      throw new IllegalStateException("There is no gradient.");
    }
  }
}
