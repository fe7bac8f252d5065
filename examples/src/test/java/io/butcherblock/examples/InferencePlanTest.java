package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.Precision;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.plan.Convolutions;
import io.butcherblock.plan.InferencePlan;
import io.butcherblock.plan.PlannedNetwork;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A planned network computes what the network does, and with less. */
class InferencePlanTest {

  private static final float TOLERANCE = 1e-4f;

  /**
   * Some schemes have large coefficients of both signs, in whose sums an untrained network loses
   * digits.
   */
  private static final float TOLERANCE_OF_SCHEMES = 1e-3f;

  private static final Catalogue CATALOGUE = Catalogue.onClassPath();

  static Stream<NetworkSpec> networks() {
    return CATALOGUE.networks().values().stream().map(spec -> spec.withSize(2, 8));
  }

  /** A value for each pixel is no coefficient that could be folded. */
  @ParameterizedTest
  @EnumSource(GatedVectorField.Gate.class)
  void everyGate(GatedVectorField.Gate gate) {
    for (String network : List.of("oisr-lf-s", "oisr-rk3")) {
      NetworkSpec spec =
          CATALOGUE
              .networks()
              .get(network)
              .withSize(2, 8)
              .withVectorField(new GatedVectorField(gate));
      assertSame(spec, 2, 13, 10, TOLERANCE);
      assertSame(spec, 3, 9, 1, TOLERANCE);
    }
  }

  /** One vector field twice in an evaluation, and means of paths. */
  @ParameterizedTest
  @ValueSource(strings = {"g-poly2", "g-fractal"})
  void vectorFieldsByHand(String name) {
    NetworkSpec spec =
        CATALOGUE
            .networks()
            .get("edsr-baseline")
            .withSize(2, 8)
            .withVectorField(CATALOGUE.vectorFields().get(name));
    assertSame(spec, 2, 13, 10, TOLERANCE);
    assertSame(spec.withSize(1, 32), 3, 9, 8, TOLERANCE_OF_SCHEMES, Convolutions.WINOGRAD);
  }

  static Stream<NetworkSpec> schemes() {
    NetworkSpec lf = CATALOGUE.networks().get("oisr-lf-s").withSize(2, 4);
    return CATALOGUE.schemes().values().stream()
        .flatMap(
            scheme -> Members.choices(scheme).map(c -> lf.withScheme(scheme).withCoefficients(c)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyNetworkAtEveryScale(NetworkSpec spec) {
    for (int scale = 2; scale <= 4; scale++) {
      assertSame(spec, scale, 13, 10, TOLERANCE);
      assertSame(spec, scale, 9, 1, TOLERANCE);
      assertSame(spec, scale, 2, 17, TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void everyScheme(NetworkSpec spec) {
    assertSame(spec, 2, 7, 9, TOLERANCE_OF_SCHEMES);
  }

  @ParameterizedTest
  @MethodSource("io.butcherblock.examples.RuntimeExportTest#sums")
  void sumsOfVectorFields(String name, int scale, NetworkSpec spec) {
    assertSame(spec, scale, 7, 9, TOLERANCE_OF_SCHEMES);
  }

  /** An evaluation of y'' = f(y) has the square of the step size. */
  @ParameterizedTest
  @MethodSource("schemes")
  void everySchemeWithAnotherStepSize(NetworkSpec spec) {
    assertSame(spec.withSize(4, 4).withStepSize(0.5), 2, 7, 9, TOLERANCE_OF_SCHEMES);
  }

  /**
   * Where this machine has no Winograd convolutions, the network is compared with itself. They
   * round more, and untrained networks of many channels make values far outside 0..255.
   */
  @ParameterizedTest
  @MethodSource("networks")
  void everyNetworkWithWinogradConvolutions(NetworkSpec spec) {
    NetworkSpec wide = spec.withSize(spec.blocks(), 32);
    for (int scale = 2; scale <= 4; scale++) {
      assertSame(wide, scale, 13, 10, TOLERANCE_OF_SCHEMES, Convolutions.WINOGRAD);
    }
    assertSame(wide, 2, 9, 1, TOLERANCE_OF_SCHEMES, Convolutions.WINOGRAD);
  }

  private static void assertSame(
      NetworkSpec spec, int scale, int height, int width, float tolerance) {
    assertSame(spec, scale, height, width, tolerance, Convolutions.FASTEST);
  }

  private static void assertSame(
      NetworkSpec spec,
      int scale,
      int height,
      int width,
      float tolerance,
      Convolutions convolutions) {
    try (SuperResolutionNetwork network =
        new SuperResolutionNetwork(spec, scale, 5, new Device("cpu"))) {
      disturb(network);
      float[] pixels = new float[2 * 3 * height * width];
      Random random = new Random(height);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = 255 * random.nextFloat();
      }
      try (NoGradGuard guard = new NoGradGuard();
          Tensor lr = Tensors.of(pixels, 2, 3, height, width);
          Tensor plain = network.forward(lr);
          PlannedNetwork planned = new PlannedNetwork(network, convolutions);
          Tensor fast = planned.forward(lr)) {
        float[] expected = Tensors.toArray(plain);
        float[] actual = Tensors.toArray(fast);
        assertEquals(expected.length, actual.length);
        float worst = 0;
        float largest = 255;
        for (int i = 0; i < expected.length; i++) {
          worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
          largest = Math.max(largest, Math.abs(expected[i]));
        }
        // Untrained networks of some schemes make values far outside 0..255.
        float found = worst / largest * 255;
        assertTrue(found <= tolerance, () -> found + "\n" + planned.plan());
        assertTrue(Tensors.toArray(lr)[7] == pixels[7], "the input is the caller's");
      }
    }
  }

  /** Winograd convolutions are in float32: they are no longer taken. */
  @Test
  void thePrecisionCountsThatTheNetworkHasWhenItIsRun() {
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s").withSize(2, 32);
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(spec, 2, 5, new Device("cpu"));
        Tensor lr = Tensors.of(new float[3 * 9 * 9], 1, 3, 9, 9);
        PlannedNetwork winograd = new PlannedNetwork(network, Convolutions.WINOGRAD);
        PlannedNetwork direct = new PlannedNetwork(network, Convolutions.DIRECT)) {
      disturb(network);
      network.use(Precision.BF16);
      try (Tensor expected = direct.forward(lr);
          Tensor actual = winograd.forward(lr)) {
        assertArrayEquals(Tensors.toArray(expected), Tensors.toArray(actual));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Convolutions.class)
  void nativeMemoryStaysFlat(Convolutions convolutions) {
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s").withSize(1, 32);
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(spec, 2, 5, new Device("cpu"));
        Tensor lr = Tensors.of(new float[3 * 8 * 8], 1, 3, 8, 8);
        PlannedNetwork planned = new PlannedNetwork(network, convolutions)) {
      enlarge(planned, lr, 5);
      long before = Pointer.totalCount();
      enlarge(planned, lr, 200);
      long left = Pointer.totalCount() - before;
      // A tensor left behind each time would count 200.
      assertTrue(left < 50, () -> left + " native objects more");
    }
  }

  private static void enlarge(PlannedNetwork planned, Tensor lr, int times) {
    for (int i = 0; i < times; i++) {
      planned.forward(lr).close();
    }
  }

  /** Trained coefficients that are no longer those of the scheme, and slopes that differ. */
  private static void disturb(SuperResolutionNetwork network) {
    try (NoGradGuard guard = new NoGradGuard();
        Scalar small = new Scalar(0.05);
        Scalar spread = new Scalar(0.02)) {
      network
          .parameters()
          .byName()
          .forEach(
              (name, tensor) -> {
                if (name.contains("gated")) {
                  // A steep gate, or a product of large values, loses digits in any order of sums.
                  tensor.mul_(small);
                }
                if (name.contains("scale") || name.contains("relu")) {
                  try (Tensor noise = torch.randn_like(tensor)) {
                    tensor.add_(noise, spread);
                  }
                }
              });
    }
  }

  @Test
  void coefficientsAndMeanShiftAreFoldedAndTheTailIsOneConvolution() {
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s").withSize(1, 8);
    assertEquals(
        """
        input image
        shifted = frame(image; 1 px of the mean color)
        head.0 = conv3x3(shifted; 3 -> 8; head.0.weight, mean color subtracted)  [release shifted]
        body.0/k1/relu1 = prelu(head.0; body.0.relu1.weight)
        body.0/y1 = conv3x3(body.0/k1/relu1; 8 -> 8; body.0.conv1.weight * body.0.scale1)  [release body.0/k1/relu1]
        body.0/k2/relu2 = prelu(body.0/y1; body.0.relu2.weight)
        body.0/k2/conv2 = conv3x3(body.0/k2/relu2; 8 -> 8; body.0.conv2.weight * body.0.scale2)  [release body.0/k2/relu2]
        body.0/y2 = head.0 + body.0/k2/conv2  [in the memory of body.0/k2/conv2]
        body.0/k3/relu3 = prelu(body.0/y2; body.0.relu3.weight)
        body.0/k3/conv3 = conv3x3(body.0/k3/relu3; 8 -> 8; body.0.conv3.weight * body.0.scale3)  [release body.0/k3/relu3]
        body.0/y3 = body.0/y1 + body.0/k3/conv3  [in the memory of body.0/y1]  [release body.0/k3/conv3]
        body.0/k4/relu4 = prelu(body.0/y3; body.0.relu4.weight)  [release body.0/y3]
        body.0/k4/conv4 = conv3x3(body.0/k4/relu4; 8 -> 8; body.0.conv4.weight * body.0.scale4)  [release body.0/k4/relu4]
        body.0/y4 = body.0/y2 + body.0/k4/conv4  [in the memory of body.0/y2]  [release body.0/k4/conv4]
        body.1 = conv3x3(body.0/y4; 8 -> 8; body.1.weight)  [release body.0/y4]
        body/skip = body.1 + head.0  [in the memory of body.1]  [release head.0]
        enlarged = shuffle2(conv5x5(body/skip; 8 -> 12; tail.0.0.weight and tail.1.weight, mean color added in one))  [release body/skip]
        return enlarged
        """,
        InferencePlan.of(spec.graph(2)).toString());
  }

  /** Values are reordered once each way, however many read them. */
  @Test
  void winogradConvolutionsWorkInTheirLayout() {
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s").withSize(1, 32);
    assertEquals(
        """
        input image
        shifted = frame(image; 1 px of the mean color)
        head.0 = conv3x3(shifted; 3 -> 32; head.0.weight, mean color subtracted)  [release shifted]
        head.0/blocked = reorder(head.0; nhwc to nChw16c)  [release head.0]
        body.0/k1/relu1/blocked = prelu(head.0/blocked; body.0.relu1.weight)
        body.0/y1/blocked = winograd4x4-conv3x3(body.0/k1/relu1/blocked; 32 -> 32; body.0.conv1.weight * body.0.scale1)  [release body.0/k1/relu1/blocked]
        body.0/k2/relu2/blocked = prelu(body.0/y1/blocked; body.0.relu2.weight)
        body.0/k2/conv2/blocked = winograd4x4-conv3x3(body.0/k2/relu2/blocked; 32 -> 32; body.0.conv2.weight * body.0.scale2)  [release body.0/k2/relu2/blocked]
        body.0/y2/blocked = head.0/blocked + body.0/k2/conv2/blocked  [in the memory of body.0/k2/conv2/blocked]
        body.0/k3/relu3/blocked = prelu(body.0/y2/blocked; body.0.relu3.weight)
        body.0/k3/conv3/blocked = winograd4x4-conv3x3(body.0/k3/relu3/blocked; 32 -> 32; body.0.conv3.weight * body.0.scale3)  [release body.0/k3/relu3/blocked]
        body.0/y3/blocked = body.0/y1/blocked + body.0/k3/conv3/blocked  [in the memory of body.0/y1/blocked]  [release body.0/k3/conv3/blocked]
        body.0/k4/relu4/blocked = prelu(body.0/y3/blocked; body.0.relu4.weight)  [release body.0/y3/blocked]
        body.0/k4/conv4/blocked = winograd4x4-conv3x3(body.0/k4/relu4/blocked; 32 -> 32; body.0.conv4.weight * body.0.scale4)  [release body.0/k4/relu4/blocked]
        body.0/y4/blocked = body.0/y2/blocked + body.0/k4/conv4/blocked  [in the memory of body.0/y2/blocked]  [release body.0/k4/conv4/blocked]
        body.1/blocked = winograd4x4-conv3x3(body.0/y4/blocked; 32 -> 32; body.1.weight)  [release body.0/y4/blocked]
        body/skip/blocked = body.1/blocked + head.0/blocked  [in the memory of body.1/blocked]  [release head.0/blocked]
        body/skip = reorder(body/skip/blocked; nChw16c to nhwc)  [release body/skip/blocked]
        enlarged = shuffle2(conv5x5(body/skip; 32 -> 12; tail.0.0.weight and tail.1.weight, mean color added in one))  [release body/skip]
        return enlarged
        """,
        InferencePlan.of(spec.graph(2)).withWinograd().toString());
  }

  /** Feature maps are no more in another layout, but for one while it is reordered. */
  @Test
  void winogradConvolutionsNeedNoMoreMemoryForFeatureMaps() {
    for (NetworkSpec spec : CATALOGUE.networks().values()) {
      long direct = InferencePlan.of(spec.graph(2)).peakBytesPerPixel();
      long winograd = InferencePlan.of(spec.graph(2)).withWinograd().peakBytesPerPixel();
      assertTrue(winograd <= direct, () -> spec.name() + ": " + direct + ", " + winograd);
    }
  }

  /** By hand, of the plan above: head.0, y1, y2, relu3 and conv3, of 8 channels each. */
  @Test
  void memoryIsWhatLivesAtOnce() {
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s").withSize(1, 8);
    assertEquals(5 * 8 * Float.BYTES, InferencePlan.of(spec.graph(2)).peakBytesPerPixel());
  }

  /** The sum of one term, -1 times a convolution, takes its name, and is multiplied in its turn. */
  @Test
  void theFactorOfANegatedConvolutionIsFoldedToo() {
    NetworkSpec spec =
        CATALOGUE
            .networks()
            .get("oisr-leapfrog-s")
            .withSize(1, 8)
            .withCoefficients(Coefficients.TRAINABLE);
    String plan = InferencePlan.of(spec.graph(2)).toString();
    assertTrue(plan.contains("body.0.conv1.weight^T * -1 * body.0.scale1)"), plan);
  }

  /** 5 G multiply-accumulates, of which Winograd's algorithm saves three quarters. */
  @Test
  void winogradConvolutionsBeginAtTheFirstImageThatIsLargeEnough() {
    InferencePlan plan =
        InferencePlan.of(CATALOGUE.networks().get("oisr-lf-s").graph(2)).withWinograd();
    double macs = (plan.macsPerPixel() - plan.multiplicationsPerPixel()) / 0.75;
    long least = plan.leastPixels().orElseThrow();
    assertTrue(least * macs >= 5e9 && (least - 1) * macs < 5e9, least + " times " + macs);
  }

  @Test
  void aPlanCostsLessThanTheNetwork() {
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s");
    for (int scale = 2; scale <= 4; scale++) {
      long pixels = (long) (NetworkSize.WIDTH / scale) * (NetworkSize.HEIGHT / scale);
      InferencePlan plan = InferencePlan.of(spec.graph(scale));
      assertTrue(plan.macsPerPixel() * pixels < NetworkSize.of(spec, scale).macs());
      assertTrue(plan.peakBytesPerPixel() > 2 * 64 * Float.BYTES);
    }
  }

  @Test
  void attentionCostsNothingForEachPixel() {
    NetworkSpec attentive = CATALOGUE.networks().get("oisr-lf-s-ca");
    NetworkSpec plain = attentive.withVectorField(CATALOGUE.vectorFields().get("gv2"));
    assertEquals(
        InferencePlan.of(plain.graph(2)).macsPerPixel(),
        InferencePlan.of(attentive.graph(2)).macsPerPixel());
  }
}
