package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.ExpectedOrder;
import io.butcherblock.evaluate.ExpectedOrder.Reason;
import io.butcherblock.evaluate.RefinedNetwork;
import io.butcherblock.evaluate.StepRefinement;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks whose steps are halved again and again. */
class StepRefinementTest {

  private static final Protocol PROTOCOL = Protocol.benchmark(2);
  private static final List<ImagePair> IMAGES = images();
  private static final double STRENGTH = 60;

  private static List<ImagePair> images() {
    List<ImagePair> pairs = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      byte[] samples = new byte[32 * 32 * 3];
      new Random(i).nextBytes(samples);
      pairs.add(ImagePair.of("image" + i, Image.of(32, 32, 3, samples), 2));
    }
    return pairs;
  }

  /** y' = -i y in stage i, or y' = -y where the stages share their field. */
  private static final class Decay extends PixelwiseVectorField {

    Decay() {
      super("decay");
    }

    @Override
    public RightHandSide create(ParameterScope parameters, StageContext stage) {
      return y -> {
        try (Scalar rate = new Scalar(-stage.stage())) {
          return y.mul(rate);
        }
      };
    }
  }

  /** A convolution. */
  private static final class Linear extends GraphVectorField {

    @Override
    public String name() {
      return "linear";
    }

    @Override
    public Value describe(NodeWriter nodes, StageContext stage, Value y) {
      int channels = stage.channels();
      return nodes.convolution(stage.layer("conv", 0), channels, channels, 3, y);
    }
  }

  private static NetworkSpec network(
      String scheme, VectorFieldFactory field, WeightSharing sharing, double stepSize) {
    return new NetworkSpec(
        "of-" + scheme,
        Catalogue.onClassPath().scheme(scheme),
        field,
        2,
        4,
        stepSize,
        Coefficients.FROZEN,
        sharing,
        "");
  }

  /** With initial weights what the blocks do would be hardly more than rounding. */
  private static SuperResolutionNetwork strong(NetworkSpec spec, Device cpu) {
    SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu);
    NoGradGuard guard = new NoGradGuard();
    try (Scalar factor = new Scalar(STRENGTH)) {
      network.parameters().byName().get("body." + spec.blocks() + ".weight").mul_(factor);
    } finally {
      guard.close();
    }
    return network;
  }

  private static List<RefinedNetwork> refined(NetworkSpec spec, int halvings) {
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = strong(spec, cpu);
        StepRefinement refinement = StepRefinement.of(network, halvings)) {
      return refinement.evaluate(IMAGES, PROTOCOL, passes -> {});
    }
  }

  /** With as many stages as its order, a method multiplies y by 1 + z + ... + z^p / p!, z = -h. */
  @ParameterizedTest
  @CsvSource({"euler, 1", "heun, 2", "midpoint, 2", "kutta3, 3"})
  void theOrderOfTheSchemeIsObserved(String scheme, int order) {
    List<RefinedNetwork> rows =
        refined(network(scheme, new Decay(), WeightSharing.SHARED, /* stepSize= */ 1), 3);
    assertEquals(List.of(2, 4, 8, 16), rows.stream().map(RefinedNetwork::blocks).toList());
    assertEquals(
        List.of(1.0, 0.5, 0.25, 0.125), rows.stream().map(RefinedNetwork::stepSize).toList());
    assertTrue(rows.get(0).order().isEmpty() && rows.get(1).order().isEmpty());
    double before = decayed(order, 8) - decayed(order, 4);
    double change = decayed(order, 16) - decayed(order, 8);
    double expected = Math.log(before / change) / Math.log(2);
    assertEquals(expected, rows.get(3).order().orElseThrow(), 0.1, rows.toString());
    assertEquals(order, expected, 0.5);
  }

  /** Of y' = f(y) + g(y), which a field that is no sum stands for twice, with other weights. */
  @ParameterizedTest
  @CsvSource({"lie-trotter, 1", "macaron, 1", "strang-heun, 2"})
  void theOrderOfAnAdditiveSchemeIsObserved(String scheme, int order) {
    NetworkSpec spec = network(scheme, new Linear(), WeightSharing.SHARED, /* stepSize= */ 1);
    assertEquals(new ExpectedOrder(order, Reason.SCHEME), ExpectedOrder.of(spec));
    List<RefinedNetwork> rows = refined(spec, 3);
    assertEquals(order, rows.get(3).order().orElseThrow(), 0.2, rows.toString());
  }

  private static double decayed(int order, int steps) {
    double factor = 1;
    double power = 1;
    for (int k = 1; k <= order; k++) {
      power *= -2.0 / steps / k;
      factor += power;
    }
    return Math.pow(factor, steps);
  }

  /** With a field for each stage the network is a method of order 1 for the mean of the fields. */
  @Test
  void withAFieldForEachStageTheOrderIsOne() {
    List<RefinedNetwork> rows =
        refined(network("kutta3", new Decay(), WeightSharing.PER_STAGE, /* stepSize= */ 0.25), 4);
    assertEquals(1, rows.get(4).order().orElseThrow(), 0.3, rows.toString());
  }

  /** The exact step of y' = -y is known: so is what the output tends to. */
  @Test
  void outputsApproachThoseOfTheExactSolution() {
    List<RefinedNetwork> rows =
        refined(network("euler", new Decay(), WeightSharing.SHARED, /* stepSize= */ 0.5), 6);
    NetworkSpec exact =
        network(
            "euler",
            // Euler's step with it is y + 1/2 f(y) = exp(-1/2) y.
            new FunctionVectorField(
                y -> {
                  try (Scalar factor = new Scalar(2 * (Math.exp(-0.5) - 1))) {
                    return y.mul(factor);
                  }
                }),
            WeightSharing.SHARED,
            0.5);
    double whole = difference(network("euler", new Decay(), WeightSharing.SHARED, 0.5), exact);
    assertEquals(whole, rows.get(6).distance(), 0.05 * whole);
  }

  /** The root mean square of the differences of two networks' outputs, in 0..255. */
  private static double difference(NetworkSpec a, NetworkSpec b) {
    double squares = 0;
    int samples = 0;
    for (ImagePair pair : IMAGES) {
      float[] left = output(a, pair.load().lr());
      float[] right = output(b, pair.load().lr());
      for (int i = 0; i < left.length; i++) {
        squares += Math.pow(left[i] - right[i], 2);
      }
      samples += left.length;
    }
    return Math.sqrt(squares / samples);
  }

  private static float[] output(NetworkSpec spec, Image lr) {
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = strong(spec, cpu);
        SuperResolution sr = SuperResolution.of(network, InferenceOptions.DEFAULT)) {
      return sr.upscaler().planes(lr, (done, all) -> {});
    }
  }

  @Test
  void theFirstRowIsTheNetworkAsItIs() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-rk2-s").withSize(2, 4);
    RefinedNetwork first = refined(spec, 1).get(0);
    assertEquals(0, first.change());
    assertEquals(0, first.distance());
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = strong(spec, cpu);
        SuperResolution sr = SuperResolution.of(network, InferenceOptions.DEFAULT)) {
      double psnr =
          IMAGES.stream()
              .map(ImagePair::load)
              .mapToDouble(
                  pair -> ImageQuality.compare(sr.upscale(pair.lr()), pair.hr(), PROTOCOL).psnr())
              .average()
              .orElseThrow();
      assertEquals(psnr, first.quality().psnr(), 1e-3);
    }
  }

  @Test
  void stepsThatAreNoneOfAnOdeAreRefused() {
    NetworkSpec spec =
        Catalogue.onClassPath()
            .network("oisr-lf-s")
            .withSize(2, 4)
            .withCoefficients(Coefficients.FROZEN);
    String message = assertThrows(ButcherblockException.class, () -> refined(spec, 1)).getMessage();
    assertTrue(
        message.startsWith("The blocks of leapfrog are no steps of an ODE that could be halved"),
        message);
  }

  /**
   * With smaller steps its starting block, and so that block's vector field, would last shorter.
   */
  @Test
  void aHistoryThatIsCarriedAcrossVectorFieldsIsRefused() {
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-midpoint-s").withSize(2, 4);
    String message = assertThrows(ButcherblockException.class, () -> refined(spec, 1)).getMessage();
    assertTrue(message.contains("with smaller steps its start would last shorter"), message);
  }

  @Test
  void aNetworkOfStartingBlocksOnlyIsRefused() {
    NetworkSpec spec =
        network("carried-leapfrog", new Decay(), WeightSharing.NETWORK, 0.5).withSize(1, 4);
    String message = assertThrows(ButcherblockException.class, () -> refined(spec, 1)).getMessage();
    assertTrue(message.contains("in networks of at least 2 blocks"), message);
  }

  /** The recurrences y[n+1] = y[n-1] - 2 h y[n], from a step of Euler's method. */
  @Test
  void aCarriedHistoryHasTheOrderOfTheNetwork() {
    List<RefinedNetwork> rows =
        refined(network("carried-leapfrog", new Decay(), WeightSharing.NETWORK, 0.25), 4);
    assertEquals(2, rows.get(4).order().orElseThrow(), 0.2, rows.toString());
  }

  @Test
  void expectedOrders() {
    Decay field = new Decay();
    NetworkSpec shared = network("kutta3", field, WeightSharing.SHARED, 1);
    assertEquals(new ExpectedOrder(3, Reason.SCHEME), ExpectedOrder.of(shared));
    assertEquals(
        new ExpectedOrder(1, Reason.TRAINED_COEFFICIENTS),
        ExpectedOrder.of(shared.withCoefficients(Coefficients.TRAINABLE)));
    assertEquals(
        new ExpectedOrder(1, Reason.FIELD_PER_STAGE),
        ExpectedOrder.of(network("kutta3", field, WeightSharing.PER_STAGE, 1)));
    assertEquals(
        new ExpectedOrder(1, Reason.SCHEME),
        ExpectedOrder.of(
            network("euler", field, WeightSharing.SHARED, 1)
                .withCoefficients(Coefficients.TRAINABLE)));
    assertEquals(
        new ExpectedOrder(1, Reason.ZERO_HISTORY),
        ExpectedOrder.of(Catalogue.onClassPath().network("oisr-lf-s")));
    assertEquals(
        new ExpectedOrder(1, Reason.SCHEME),
        ExpectedOrder.of(Catalogue.onClassPath().network("oisr-metaformer-s")));
    assertEquals(
        new ExpectedOrder(1, Reason.FIELD_PER_STAGE),
        ExpectedOrder.of(network("strang-heun", new Linear(), WeightSharing.PER_STAGE, 1)));
    NetworkSpec family = Catalogue.onClassPath().network("oisr-rk2f-s");
    assertEquals(new ExpectedOrder(2, Reason.SCHEME), ExpectedOrder.of(family));
  }

  @Test
  void otherPrecisionsAreRefused() {
    NetworkSpec spec = network("euler", new Decay(), WeightSharing.SHARED, 0.5);
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
      network.use(Precision.BF16);
      String message =
          assertThrows(ButcherblockException.class, () -> StepRefinement.of(network, 1))
              .getMessage();
      assertEquals(
          "What is compared are small differences, which bf16 rounds away; give a precision of"
              + " fp32.",
          message);
    }
  }

  @Test
  void anImageThatIsTooSmallIsNamedBeforeAnyWork() {
    List<ImagePair> images = new ArrayList<>(IMAGES);
    images.add(ImagePair.of("tiny", Image.of(12, 12, 3, new byte[12 * 12 * 3]), 2));
    NetworkSpec spec = network("euler", new Decay(), WeightSharing.SHARED, 0.5);
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu);
        StepRefinement refinement = StepRefinement.of(network, 1)) {
      String message =
          assertThrows(
                  ButcherblockException.class,
                  () ->
                      refinement.evaluate(
                          images, PROTOCOL, passes -> fail("work was done: " + passes)))
              .getMessage();
      assertTrue(message.startsWith("tiny: An image of 12 x 12 is too small"), message);
    }
  }

  @Test
  void workIsCountedInPassesOfTheNetworkAsItIs() {
    NetworkSpec spec = network("euler", new Decay(), WeightSharing.SHARED, 0.5);
    List<Double> told = new ArrayList<>();
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = strong(spec, cpu);
        StepRefinement refinement = StepRefinement.of(network, 2)) {
      assertEquals(14, StepRefinement.work(2, 2));
      refinement.evaluate(IMAGES, PROTOCOL, told::add);
    }
    assertEquals(List.of(1.0, 3.0, 7.0, 8.0, 10.0, 14.0), told);
  }
}
