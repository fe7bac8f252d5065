package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.Batch;
import io.butcherblock.data.ImagePair;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.TestImages;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.LayeredVectorField;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.patches.PatchLoader;
import io.butcherblock.patches.PatchOptions;
import java.util.List;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class TrainingMemoryTest {

  private static final String GPU_IS_FULL =
      "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 8.00 GiB of"
          + " which 512.00 MiB is free.";

  @Test
  void countsWhatTheGradientIsComputedFrom() {
    // Kept are the shifted image, 3 channels; of 4 channels the head's output, and the input of
    // PReLU; the last block's output; of 4 the shuffled maps at four times the pixels. The widest
    // has 16 channels.
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(EulerForTests.network(1, 4), 2, 1, new Device("cpu"))) {
      TrainingMemory memory = TrainingMemory.of(network, Activations.STORED);
      assertEquals(16 * network.parameters().count(), memory.fixed());
      long kept = 3 + 4 + 4 + 4 + 4 + 4 * 4;
      assertEquals(4 * (kept + 3 * 16), memory.perPixel());
    }
  }

  @Test
  void saysWhatFits() {
    // 1 GiB a patch of 64 x 64.
    TrainingMemory memory = new TrainingMemory(0, 1L << 18);
    RuntimeException failure = new RuntimeException(GPU_IS_FULL);
    assertEquals(
        "16 patches of 64 x 64 at once need about 16.0 GiB, and the GPU has 8.0 GiB, 512 MiB of"
            + " them free: use a batch size of 6.",
        memory.explain(failure, 16, 64, 1).getMessage());
    assertAdvice("use a batch size of 12.", memory.explain(failure, 16, 64, 2));
    // The estimate fits and the batch did not: half of it.
    assertAdvice("use a batch size of 2.", memory.explain(failure, 4, 64, 1));
    assertAdvice("use a batch size of 1.", memory.explain(failure, 2, 64, 1));
    assertAdvice(
        "use a batch size of 1 and a patch size of 8.",
        new TrainingMemory(0, 1L << 34).explain(failure, 1, 16, 1));
    assertAdvice(
        "use a batch size of 1 and a patch size of 128.", memory.explain(failure, 1, 256, 1));
    assertAdvice(
        "take a smaller network, or a machine that has more.",
        new TrainingMemory(0, 1L << 34).explain(failure, 1, 8, 1));
  }

  @Test
  void countsThePatchesThatFit() {
    // 1 GiB and 1 GiB a patch of 64 x 64; four fifths of 8 GiB are 6.4 GiB.
    TrainingMemory memory = new TrainingMemory(1L << 30, 1L << 18);
    assertEquals(5, memory.patches(8L << 30, 64));
    assertEquals(0, memory.patches(1L << 30, 64));
  }

  @Test
  void aStepThatDoesNotFitIsExplained() {
    List<ImagePair> pairs = List.of(ImagePair.of("a", TestImages.smooth(48, 48, 1), 2));
    PatchOptions patches = PatchOptions.of(2).withPatch(8).withBatch(4).withSeed(3);
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(network(), 2, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER);
        PatchLoader batches = new PatchLoader(pairs, patches)) {
      Batch batch = batches.next();
      ButcherblockException error =
          assertThrows(ButcherblockException.class, () -> step.run(batch, 1e-3));
      assertTrue(
          error.getMessage().startsWith("4 patches of 8 x 8 at once need about"),
          error.getMessage());
      assertAdvice("use a batch size of 2.", error);
    }
  }

  /** On the CPU a smaller batch helps only if it is smaller than what is worked on at once. */
  @Test
  void onTheCpuWhatIsWorkedOnAtOnceCounts() {
    int atOnce = 4 * torch.get_num_threads();
    Batch batch =
        new Batch(new float[9 * atOnce * 3], new float[9 * atOnce * 12], 9 * atOnce, 1, 2);
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(network(), 2, 1, new Device("cpu"));
        TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      ButcherblockException error =
          assertThrows(ButcherblockException.class, () -> step.run(batch, 1e-3));
      assertTrue(error.getMessage().startsWith(atOnce + " patches of 1 x 1"), error.getMessage());
      assertAdvice("use a batch size of " + atOnce / 2 + ".", error);
    }
  }

  private static void assertAdvice(String advice, ButcherblockException error) {
    assertTrue(error.getMessage().endsWith(": " + advice), error.getMessage());
  }

  /** A network whose blocks need more memory than there is. */
  private static NetworkSpec network() {
    return new NetworkSpec(
        "too-large",
        new EulerForTests() {
          @Override
          public OdeBlock newBlock(BlockParts parts, Coefficients coefficients) {
            return new OdeBlock(parts, 1) {
              @Override
              public Tensor forward(Tensor y0) {
                throw new RuntimeException(GPU_IS_FULL);
              }
            };
          }
        },
        new LayeredVectorField("conv-prelu", Layer.CONV_3X3, Layer.PRELU) {},
        1,
        4,
        0.5,
        Coefficients.TRAINABLE,
        WeightSharing.PER_STAGE,
        "");
  }
}
