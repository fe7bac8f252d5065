package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OpaqueVectorField;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Value;
import io.butcherblock.weights.TrainedCoefficients;
import io.butcherblock.weights.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A network that shares weights between blocks computes what one with copies of them does, and the
 * gradient of a shared weight is the sum of those of its copies.
 */
class NetworkSharingTest {

  private static final int BLOCKS = 4;
  private static final int CHANNELS = 4;
  private static final float[] IMAGE = new float[3 * 7 * 6];

  static {
    for (int i = 0; i < IMAGE.length; i++) {
      IMAGE[i] = 40 + 37 * i % 180;
    }
  }

  private static NetworkSpec spec(String scheme, Coefficients coefficients, WeightSharing sharing) {
    return new NetworkSpec(
        "shared",
        Catalogue.onClassPath().scheme(scheme),
        Catalogue.onClassPath().vectorField("gv2"),
        BLOCKS,
        CHANNELS,
        0.5,
        coefficients,
        sharing,
        "");
  }

  /**
   * The name that a weight has in the network of copies: of G in place of one of its evaluations.
   */
  private static String shared(String key, NetworkSpec spec) {
    String[] parts = key.split("\\.", -1);
    if (!parts[0].equals("body") || (parts.length == 3 && Integer.parseInt(parts[1]) == BLOCKS)) {
      return key;
    }
    int block = Integer.parseInt(parts[1]);
    int last = spec.scheme().programs(spec.coefficients()).size() - 1;
    return switch (spec.sharing()) {
      case RECURRENT -> key.replaceFirst("body\\.\\d+", "body." + Math.min(block, last));
      case NETWORK ->
          parts[2].startsWith("scale")
              ? key
              : key.replaceFirst("body\\.\\d+\\.(\\D+)\\d+", "body.0.$11");
      default -> throw new IllegalArgumentException();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "kutta3, TRAINABLE, NETWORK",
    "kutta3, FROZEN, NETWORK",
    "kutta3, TRAINABLE, RECURRENT",
    "leapfrog, FROZEN, RECURRENT",
    "carried-adams-bashforth3, TRAINABLE, NETWORK",
    "carried-adams-bashforth3, TRAINABLE, RECURRENT",
    "carried-adams-bashforth-moulton2, FROZEN, RECURRENT",
    "adams-bashforth-moulton3, TRAINABLE, RECURRENT",
  })
  void isTheNetworkOfCopies(String scheme, Coefficients coefficients, WeightSharing sharing) {
    NetworkSpec spec = spec(scheme, coefficients, sharing);
    try (SuperResolutionNetwork one = new SuperResolutionNetwork(spec, 2, 3, new Device("cpu"));
        SuperResolutionNetwork copies =
            new SuperResolutionNetwork(
                spec(scheme, coefficients, WeightSharing.PER_STAGE), 2, 4, new Device("cpu"));
        Tensor lr = Tensors.of(IMAGE, 1, 3, 7, 6)) {
      assertEquals(
          copies.parameters().byName().keySet().stream()
              .map(key -> shared(key, spec))
              .collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(one.parameters().byName().keySet()));
      assertEquals(NetworkSize.of(spec, 2).parameters(), one.parameters().count());
      copy(one, copies, spec);
      try (Tensor ours = one.forward(lr);
          Tensor theirs = copies.forward(lr)) {
        assertArrayEquals(Tensors.toArray(theirs), Tensors.toArray(ours), 1e-4f);
        backward(ours);
        backward(theirs);
      }
      Map<String, double[]> sums = new TreeMap<>();
      copies
          .parameters()
          .byName()
          .forEach((key, p) -> sums.merge(shared(key, spec), gradient(p), NetworkSharingTest::sum));
      sums.forEach(
          (key, sum) -> assertNear(key, sum, gradient(one.parameters().byName().get(key))));
    }
  }

  private static void copy(
      SuperResolutionNetwork from, SuperResolutionNetwork to, NetworkSpec spec) {
    try (NoGradGuard constants = new NoGradGuard()) {
      to.parameters()
          .byName()
          .forEach((key, p) -> p.copy_(from.parameters().byName().get(shared(key, spec))));
    }
  }

  private static void backward(Tensor sr) {
    try (Tensor square = sr.mul(sr);
        Tensor mean = square.mean()) {
      mean.backward();
    }
  }

  private static double[] gradient(Tensor parameter) {
    try (Tensor gradient = parameter.grad();
        Tensor contiguous = gradient.contiguous()) {
      float[] values = Tensors.toArray(contiguous);
      double[] numbers = new double[values.length];
      Arrays.setAll(numbers, i -> values[i]);
      return numbers;
    }
  }

  private static double[] sum(double[] left, double[] right) {
    double[] sum = left.clone();
    Arrays.setAll(sum, i -> left[i] + right[i]);
    return sum;
  }

  private static void assertNear(String key, double[] expected, double[] actual) {
    double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-4 * size + 1e-6, key);
    }
  }

  /** By hand: 16 feature maps, G = PReLU and 3x3 convolution, three evaluations, two blocks. */
  @ParameterizedTest
  @CsvSource({"PER_STAGE, 6", "SHARED, 2", "NETWORK, 1", "RECURRENT, 3"})
  void parametersAreCountedOnce(WeightSharing sharing, int vectorFields) {
    NetworkSpec spec = spec("kutta3", Coefficients.FROZEN, sharing).withSize(2, 16);
    long convolution = 9 * 16 * 16 + 16;
    long trunk = (27 * 16 + 16) + convolution + (9 * 16 * 64 + 64) + (27 * 16 + 3);
    assertEquals(trunk + vectorFields * (convolution + 16), NetworkSize.of(spec, 2).parameters());
    // All evaluations are computed, whoever's weights they have.
    assertEquals(
        NetworkSize.of(spec("kutta3", Coefficients.FROZEN, WeightSharing.PER_STAGE), 2).macs(),
        NetworkSize.of(spec("kutta3", Coefficients.FROZEN, sharing), 2).macs());
  }

  /** Tensor code is made once, too. */
  @ParameterizedTest
  @CsvSource({"NETWORK, 1", "RECURRENT, 3"})
  void anOpaqueVectorFieldIsMadeOnce(WeightSharing sharing, int made) {
    VectorFieldFactory field = new ScaledField();
    NetworkSpec spec = spec("kutta3", Coefficients.TRAINABLE, sharing).withVectorField(field);
    try (SuperResolutionNetwork network =
            new SuperResolutionNetwork(spec, 2, 3, new Device("cpu"));
        Tensor lr = Tensors.of(IMAGE, 1, 3, 7, 6);
        Tensor sr = network.forward(lr)) {
      assertEquals(NetworkSize.of(spec, 2).parameters(), network.parameters().count());
      List<String> keys = List.copyOf(spec.graph(2).opaque().stream().map(n -> n.key()).toList());
      assertEquals(made, keys.stream().distinct().count());
      keys.forEach(key -> assertTrue(network.opaque(key) != null, key));
    }
  }

  /** Its stages would have the same weights, and reports say that each has its own. */
  @Test
  void stagesThatNameTheirWeightsAlikeAreRefused() {
    NetworkSpec spec =
        spec("kutta3", Coefficients.TRAINABLE, WeightSharing.PER_STAGE)
            .withVectorField(new FieldWithoutStage());
    try (Device cpu = new Device("cpu")) {
      for (Executable use :
          List.<Executable>of(
              () -> NetworkSize.of(spec, 2), () -> new SuperResolutionNetwork(spec, 2, 3, cpu))) {
        String message = assertThrows(ButcherblockException.class, use).getMessage();
        assertTrue(
            message.startsWith(
                "The vector field alike calls a parameter conv.weight in all stages"),
            message);
      }
      NetworkSpec shared =
          spec("kutta3", Coefficients.TRAINABLE, WeightSharing.SHARED)
              .withVectorField(new FieldWithoutStage());
      new SuperResolutionNetwork(shared, 2, 3, cpu).close();
    }
  }

  private static final class FieldWithoutStage extends GraphVectorField {

    @Override
    public String name() {
      return "alike";
    }

    @Override
    public Value describe(NodeWriter nodes, StageContext stage, Value y) {
      return nodes.convolution("conv", stage.channels(), stage.channels(), 3, y);
    }
  }

  /** G(y) = w y, with one weight for each evaluation that has its own. */
  private static final class ScaledField extends OpaqueVectorField {

    @Override
    public String name() {
      return "scaled";
    }

    @Override
    public RightHandSide create(ParameterScope parameters, StageContext stage) {
      Tensor weight = parameters.constant("factor" + stage.stage(), 0.5, 1);
      return y -> y.mul(weight);
    }

    @Override
    public long parameters(int channels) {
      return 1;
    }

    @Override
    public long macsPerPixel(int channels) {
      return 0;
    }

    @Override
    public OptionalInt radius() {
      return OptionalInt.of(0);
    }
  }

  /** A block that is taken in all places has its coefficients once, and each place has them. */
  @Test
  void theCoefficientsOfEachPlaceAreRead(@TempDir Path folder) {
    NetworkSpec spec = Catalogue.onClassPath().networks().get("oisr-lf-r-s").withSize(3, 4);
    Path file = folder.resolve("weights.safetensors");
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
      Weights.save(file, network);
      List<Map<String, Double>> blocks = TrainedCoefficients.of(network).blocks();
      Map<String, Double> leapfrog =
          Map.of("scale1", 2.0, "scale2", 2.0, "scale3", 2.0, "scale4", 2.0);
      assertEquals(List.of(leapfrog, leapfrog, leapfrog), blocks);
      assertEquals(blocks, TrainedCoefficients.read(file, spec).blocks());
    }
  }
}
