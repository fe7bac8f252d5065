package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.Batch;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.distributed.SingleProcess;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSegment;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.patches.PatchLoader;
import io.butcherblock.patches.PatchOptions;
import io.butcherblock.program.Value;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.FeatureMapMemory;
import io.butcherblock.train.TrainingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients of compiled networks whose activations are computed again are those of kept ones. */
class RecomputedGradientTest {

  private static final double RELATIVE = 1e-4;

  @ParameterizedTest
  @CsvSource({
    "oisr-lf-s, TRAINABLE, CHECKPOINTED",
    "oisr-rk2-s, TRAINABLE, CHECKPOINTED",
    "edsr-baseline, TRAINABLE, CHECKPOINTED",
    "oisr-lf-s-ca, TRAINABLE, CHECKPOINTED",
    "oisr-ab2-s, TRAINABLE, CHECKPOINTED",
    "oisr-verlet-s, TRAINABLE, CHECKPOINTED",
    "oisr-verlet-s, TRAINABLE, INVERTED",
    "oisr-verlet-s, FROZEN, INVERTED",
    "oisr-hamiltonian-s, TRAINABLE, INVERTED",
    "oisr-lf-history-s, TRAINABLE, INVERTED",
    "oisr-leapfrog-s, FROZEN, INVERTED",
    "oisr-leapfrog-s, TRAINABLE, INVERTED",
    "oisr-lf-history-s, FROZEN, INVERTED"
  })
  void gradientsAreThoseOfStoredActivations(
      String name, Coefficients coefficients, Activations activations) {
    NetworkSpec spec =
        Catalogue.onClassPath().network(name).withSize(5, 16).withCoefficients(coefficients);
    assertSameGradients(spec, activations, Precision.FP32, RELATIVE);
  }

  /** A copy of a weight that is cast while nothing is recorded must not be used when it is. */
  @Test
  void gradientsReachWeightsThatAreCast() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-s").withSize(3, 16);
    assertSameGradients(spec, Activations.CHECKPOINTED, Precision.BF16, 0.05);
  }

  /** With states in single precision they would: leapfrog's gradients are then wrong altogether. */
  @ParameterizedTest
  @CsvSource({"oisr-verlet-s, FROZEN", "oisr-lf-history-s, TRAINABLE"})
  void roundingErrorsDoNotGrowOverManyBlocks(String name, Coefficients coefficients) {
    NetworkSpec spec =
        Catalogue.onClassPath().network(name).withSize(48, 16).withCoefficients(coefficients);
    assertSameGradients(spec, Activations.INVERTED, Precision.FP32, RELATIVE);
  }

  @Test
  void statesInDoubleServeCastWeights() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-history-s").withSize(3, 16);
    assertSameGradients(spec, Activations.INVERTED, Precision.BF16, 0.1);
  }

  private static void assertSameGradients(
      NetworkSpec spec, Activations activations, Precision precision, double relative) {
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
        Tensor lr = Tensors.of(random(2 * 3 * 12 * 12), 2, 3, 12, 12);
        Tensor hr = Tensors.of(random(2 * 3 * 24 * 24), 2, 3, 24, 24)) {
      network.use(precision);
      TensorVector parameters =
          new TensorVector(network.parameters().byName().values().toArray(Tensor[]::new));
      try (Tensor sr = network.forward(lr);
          Tensor loss = torch.l1_loss(sr, hr);
          LossGradient stored = LossGradient.of(loss, parameters);
          LossGradient recomputed =
              RecomputedGradient.of(
                  network, activations, parameters, lr, image -> torch.l1_loss(image, hr))) {
        SameGradients.check(network, stored, recomputed, relative);
      }
    }
  }

  /** Of 96 x 96 pixels and 32 channels, a feature map takes a megabyte. */
  @ParameterizedTest
  @CsvSource({"oisr-rk2-s, CHECKPOINTED", "oisr-leapfrog-s, INVERTED"})
  void nativeMemoryStaysFlat(String name, Activations activations) {
    NetworkSpec spec = Catalogue.onClassPath().network(name).withSize(3, 32);
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
        Tensor lr = Tensors.of(random(3 * 96 * 96), 1, 3, 96, 96);
        Tensor hr = Tensors.of(random(3 * 192 * 192), 1, 3, 192, 192)) {
      TensorVector parameters =
          new TensorVector(network.parameters().byName().values().toArray(Tensor[]::new));
      differentiate(network, activations, parameters, lr, hr, 5);
      long before = Pointer.physicalBytes();
      differentiate(network, activations, parameters, lr, hr, 30);
      long grown = Pointer.physicalBytes() - before;
      assertTrue(grown < 100L << 20, grown + " bytes");
    }
  }

  private static void differentiate(
      SuperResolutionNetwork network,
      Activations activations,
      TensorVector parameters,
      Tensor lr,
      Tensor hr,
      int times) {
    for (int i = 0; i < times; i++) {
      RecomputedGradient.of(network, activations, parameters, lr, image -> torch.l1_loss(image, hr))
          .close();
    }
  }

  @Test
  void aBlockThatHasNoInverseIsRefusedByName() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-rk2-s").withSize(2, 8);
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu())) {
      ButcherblockException refused =
          assertThrows(ButcherblockException.class, () -> Activations.INVERTED.check(network));
      assertEquals(
          "No block of oisr-rk2-s with trainable coefficients has an inverse in closed form; use a"
              + " choice of activations of checkpointed.",
          refused.getMessage());
      Activations.CHECKPOINTED.check(network);
    }
  }

  @ParameterizedTest
  @CsvSource({"oisr-verlet-s, FROZEN", "oisr-lf-history-s, TRAINABLE"})
  void theInverseOfABlockGivesWhatItWasGiven(String name, Coefficients coefficients) {
    NetworkSpec spec =
        Catalogue.onClassPath().network(name).withSize(3, 16).withCoefficients(coefficients);
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
        Tensor lr = Tensors.of(random(3 * 12 * 12), 1, 3, 12, 12);
        NoGradGuard guard = new NoGradGuard()) {
      Map<Value, Tensor> values = new LinkedHashMap<>();
      List<NetworkSegment> segments = network.segments();
      values.put(segments.get(0).inputs().get(0), lr);
      int compared = 0;
      for (NetworkSegment segment : segments) {
        List<Tensor> made =
            segment.hasInverse()
                ? network.forwardInDouble(segment, there(values, segment.inputs()))
                : network.forward(segment, singles(there(values, segment.inputs())));
        for (int i = 0; i < made.size(); i++) {
          values.put(segment.outputs().get(i), made.get(i));
        }
        if (segment.hasInverse()) {
          List<Tensor> back = network.inverse(segment, there(values, segment.stateBehind()));
          for (int i = 0; i < back.size(); i++) {
            Tensor given = values.get(segment.recomputed().get(i));
            assertTrue(
                back.get(i).sub(given).norm().item_double() <= 1e-13 * given.norm().item_double());
            compared++;
          }
        }
      }
      assertTrue(compared >= 2, "values compared: " + compared);
    }
  }

  /** With batch parts side by side, each its own. */
  @ParameterizedTest
  @CsvSource({"CHECKPOINTED", "INVERTED"})
  void stepsAreThoseOfStoredActivations(Activations activations) {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-lf-history-s").withSize(4, 8);
    float[] stored = weightsBehindThreeSteps(spec, Activations.STORED);
    float[] recomputed = weightsBehindThreeSteps(spec, activations);
    assertFalse(
        java.util.Arrays.equals(
            stored, weightsBehindThreeSteps(spec.withSize(3, 8), Activations.STORED)),
        "the control: another network");
    assertArrayEquals(stored, recomputed, 1e-4f);
  }

  private static float[] weightsBehindThreeSteps(NetworkSpec spec, Activations activations) {
    List<ImagePair> pairs = new ArrayList<>();
    byte[] samples = new byte[3 * 40 * 40];
    new Random(7).nextBytes(samples);
    pairs.add(ImagePair.of("image", Image.of(40, 40, 3, samples), 2));
    PatchOptions patches = PatchOptions.of(2).withPatch(12).withBatch(9).withSeed(3);
    try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
        TrainingStep step =
            new TrainingStep(network, AdamSettings.PAPER, new SingleProcess(), activations);
        PatchLoader batches = new PatchLoader(pairs, patches)) {
      for (int i = 0; i < 3; i++) {
        Batch batch = batches.next();
        step.run(batch, 1e-4);
      }
      return Tensors.toArray(network.parameters().byName().get("body.0.conv1.weight"));
    }
  }

  @Test
  void theEstimateOfMemoryKnowsWhatIsKept() {
    long[] stored = new long[2];
    long[] checkpointed = new long[2];
    long[] inverted = new long[2];
    for (int i = 0; i < 2; i++) {
      NetworkSpec spec =
          Catalogue.onClassPath().network("oisr-lf-history-s").withSize(i == 0 ? 4 : 16, 8);
      try (SuperResolutionNetwork network =
          new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu())) {
        stored[i] = FeatureMapMemory.of(network, Activations.STORED).kept();
        checkpointed[i] = FeatureMapMemory.of(network, Activations.CHECKPOINTED).kept();
        inverted[i] = FeatureMapMemory.of(network, Activations.INVERTED).kept();
      }
    }
    // 12 blocks more: a state of 8 channels each, of which one value is new.
    assertEquals(12 * 8 * Float.BYTES, checkpointed[1] - checkpointed[0]);
    assertEquals(inverted[0], inverted[1]);
    assertTrue(stored[1] - stored[0] > 2 * (checkpointed[1] - checkpointed[0]));
  }

  private static List<Tensor> there(Map<Value, Tensor> values, List<Value> wanted) {
    return wanted.stream().map(values::get).toList();
  }

  private static List<Tensor> singles(List<Tensor> tensors) {
    return tensors.stream().map(tensor -> tensor.to(torch.ScalarType.Float)).toList();
  }

  private static float[] random(int count) {
    Random random = new Random(5);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 255 * random.nextFloat();
    }
    return values;
  }
}
