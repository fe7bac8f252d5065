package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.data.Batch;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.distributed.SingleProcess;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.reverse.ReverseProgram;
import io.butcherblock.train.AdamSettings;
import io.butcherblock.train.TrainingStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gradients of compiled networks with Winograd convolutions are those of LibTorch's autograd. */
class WinogradGradientTest {

  /** Of the norm: autograd's own differ by as much from those in double precision. */
  private static final double RELATIVE = 2e-4;

  @ParameterizedTest
  @CsvSource({
    "oisr-lf-s, TRAINABLE",
    "oisr-lf-s, FROZEN",
    "oisr-rk2-s, TRAINABLE",
    "oisr-rk3, FROZEN",
    "edsr-baseline, TRAINABLE",
    "oisr-lf-s-ca, TRAINABLE",
    "oisr-ab2-s, TRAINABLE",
    "oisr-verlet-s, TRAINABLE",
    "oisr-hamiltonian-s, TRAINABLE",
    "oisr-midpoint-s, FROZEN",
    "oisr-lf-history-s, TRAINABLE",
    "oisr-rk2f-s, TRAINABLE",
    "oisr-lf-r-s, TRAINABLE",
    "oisr-node-s, FROZEN"
  })
  void gradientsAreThoseOfAutograd(String name, Coefficients coefficients) {
    NetworkSpec spec =
        Catalogue.onClassPath().network(name).withSize(3, 32).withCoefficients(coefficients);
    check(spec, 2, 5, 14, RELATIVE);
  }

  /** Each gradient by a free parameter is one number, in which large terms cancel. */
  @Test
  void gradientsOfAFamilyAreThoseOfAutograd() {
    NetworkSpec spec =
        Catalogue.onClassPath()
            .network("oisr-rk2f-s")
            .withSize(3, 32)
            .withCoefficients(Coefficients.FAMILY);
    check(spec, 2, 5, 14, 10 * RELATIVE);
  }

  /**
   * Of one pixel up to more than fits the tiles, of one patch up to several parts. Fixed sizes: of
   * other numbers one may lie so near to 0 that PReLU takes it for positive in one of both.
   */
  @ParameterizedTest
  @CsvSource({"2, 1, 1", "2, 9, 2", "3, 7, 13", "3, 33, 5", "4, 5, 14"})
  void gradientsOfEachScaleAndSizeAreThoseOfAutograd(int scale, int patches, int side) {
    NetworkSpec spec =
        Catalogue.onClassPath()
            .network("oisr-lf-s")
            .withSize(2, 48)
            .withCoefficients(Coefficients.FROZEN);
    check(spec, scale, patches, side, RELATIVE);
  }

  private static void check(NetworkSpec spec, int scale, int patches, int side, double relative) {
    int large = scale * side;
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(spec, scale, 1, LibTorch.cpu());
        Tensor lr = Tensors.of(random(patches * 3 * side * side), patches, 3, side, side);
        Tensor hr = Tensors.of(random(patches * 3 * large * large), patches, 3, large, large);
        BatchGradient winograd = of(network);
        BatchGradient autograd = AutogradGradient.onCpu(network, parameters(network))) {
      assumeWinograd(winograd);
      try (LossGradient expected = autograd.of(lr, hr, 2 * patches);
          LossGradient actual = winograd.of(lr, hr, 2 * patches)) {
        SameGradients.check(network, expected, actual, relative);
      }
    }
  }

  /** What was made until then is let go of. */
  @Test
  void aLossThatFailsLeavesNothingBehind() {
    try (SuperResolutionNetwork network = network("oisr-rk2-s", 32);
        Tensor lr = Tensors.of(random(4 * 3 * 48 * 48), 4, 3, 48, 48)) {
      Optional<ReverseProgram> program = ReverseProgram.of(network);
      assumeTrue(program.isPresent(), "skipped: no Winograd convolutions here");
      fail(program.get(), lr, 5);
      long before = Pointer.physicalBytes();
      fail(program.get(), lr, 40);
      long grown = Pointer.physicalBytes() - before;
      // Each pass keeps feature maps of 20 MB until it fails.
      assertTrue(grown < 150L << 20, grown + " bytes");
    }
  }

  private static void fail(ReverseProgram program, Tensor lr, int times) {
    for (int i = 0; i < times; i++) {
      assertThrows(
          IllegalStateException.class,
          () ->
              program.differentiate(
                  lr,
                  sr -> {
                    throw new IllegalStateException("no loss");
                  }));
    }
  }

  /** Narrow ones, those in other precisions, and those whose activations are computed again. */
  @Test
  void otherNetworksAreTrainedByAutograd() {
    try (SuperResolutionNetwork narrow = network("oisr-lf-s", 16);
        BatchGradient ofNarrow = of(narrow);
        SuperResolutionNetwork cast = network("oisr-lf-s", 32)) {
      assertInstanceOf(AutogradGradient.class, ofNarrow);
      cast.use(Precision.BF16);
      try (BatchGradient ofCast = of(cast);
          BatchGradient ofRecomputed =
              BatchGradient.of(
                  cast, parameters(cast), new SingleProcess(), Activations.CHECKPOINTED)) {
        assertInstanceOf(AutogradGradient.class, ofCast);
        assertInstanceOf(AutogradGradient.class, ofRecomputed);
      }
    }
  }

  @Test
  void autogradGoesOnWhereWinogradCannot() {
    try (SuperResolutionNetwork network = network("oisr-lf-s", 32);
        Tensor lr = Tensors.of(random(3 * 8 * 8), 1, 3, 8, 8);
        Tensor hr = Tensors.of(random(3 * 16 * 16), 1, 3, 16, 16);
        BatchGradient winograd = of(network);
        BatchGradient autograd = AutogradGradient.onCpu(network, parameters(network))) {
      assumeWinograd(winograd);
      network.use(Precision.BF16);
      try (LossGradient expected = autograd.of(lr, hr, 1);
          LossGradient actual = winograd.of(lr, hr, 1)) {
        assertArrayEquals(
            Tensors.toArray(expected.gradient().get(0)), Tensors.toArray(actual.gradient().get(0)));
      }
    }
  }

  /** As a resumed run needs. */
  @Test
  void theSameStepsGiveTheSameBits() {
    Batch batch = batch(9, 12);
    try (SuperResolutionNetwork one = network("oisr-rk2-s", 32);
        SuperResolutionNetwork other = network("oisr-rk2-s", 32);
        BatchGradient gradient = of(one)) {
      assumeWinograd(gradient);
      assertEquals(losses(one, batch, 3), losses(other, batch, 3));
      Map<String, Tensor> expected = one.parameters().byName();
      other
          .parameters()
          .byName()
          .forEach((key, value) -> assertTrue(torch.equal(expected.get(key), value), key));
    }
  }

  @Test
  void nativeMemoryStaysFlat() {
    Batch batch = batch(4, 24);
    try (SuperResolutionNetwork network = network("oisr-lf-s-ca", 32);
        BatchGradient gradient = of(network)) {
      assumeWinograd(gradient);
      losses(network, batch, 10);
      long before = Pointer.physicalBytes();
      losses(network, batch, 60);
      long grown = Pointer.physicalBytes() - before;
      // Each step makes tensors of 40 MB.
      assertTrue(grown < 150L << 20, grown + " bytes");
    }
  }

  private static List<Double> losses(SuperResolutionNetwork network, Batch batch, int steps) {
    try (TrainingStep step = new TrainingStep(network, AdamSettings.PAPER)) {
      List<Double> losses = IntStream.range(0, steps).mapToObj(i -> step.run(batch, 1e-4)).toList();
      assertFalse(losses.stream().anyMatch(loss -> loss.isNaN()));
      return losses;
    }
  }

  private static void assumeWinograd(BatchGradient gradient) {
    assumeTrue(
        gradient instanceof WinogradGradient,
        "skipped: Winograd convolutions are for Linux on x86-64 processors with AVX-512");
  }

  private static BatchGradient of(SuperResolutionNetwork network) {
    return BatchGradient.of(network, parameters(network), new SingleProcess(), Activations.STORED);
  }

  private static TensorVector parameters(SuperResolutionNetwork network) {
    return new TensorVector(network.parameters().byName().values().toArray(Tensor[]::new));
  }

  private static SuperResolutionNetwork network(String name, int channels) {
    NetworkSpec spec = Catalogue.onClassPath().network(name).withSize(3, channels);
    return new SuperResolutionNetwork(spec, 2, 1, LibTorch.cpu());
  }

  private static Batch batch(int patches, int side) {
    return new Batch(
        random(patches * 3 * side * side), random(patches * 12 * side * side), patches, side, 2);
  }

  private static float[] random(int count) {
    Random random = new Random(3);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 255 * random.nextFloat();
    }
    return values;
  }
}
