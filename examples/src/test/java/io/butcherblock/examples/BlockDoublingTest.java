package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.BlockDoubling;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each block becomes two of half its step size, with its weights. */
class BlockDoublingTest {

  private static final NetworkSpec LEAPFROG =
      Catalogue.onClassPath().network("oisr-lf-s").withSize(4, 2);

  @Test
  void theWholeNetworkHasTheCopiedWeights() {
    NetworkSpec fine = Catalogue.onClassPath().network("oisr-rk3").withSize(4, 2);
    Map<String, float[]> copied = doubled(fine);
    for (int block = 0; block < 2; block++) {
      for (String part : List.of("conv1.weight", "conv4.bias", "relu2.weight", "scale3")) {
        float[] from = copied.get("from body." + block + "." + part);
        assertArrayEquals(from, copied.get("body." + 2 * block + "." + part), part);
        assertArrayEquals(from, copied.get("body." + (2 * block + 1) + "." + part), part);
      }
    }
    for (String part : List.of("weight", "bias")) {
      assertArrayEquals(copied.get("from body.2." + part), copied.get("body.4." + part));
      for (String trunk : List.of("head.0.", "tail.0.0.", "tail.1.")) {
        assertArrayEquals(copied.get("from " + trunk + part), copied.get(trunk + part), trunk);
      }
    }
  }

  /** y1 = scale1 h f(y0) of the LF-block is no step but a layer, and stays as large. */
  @Test
  void coefficientsOfLayersWithoutYAreDoubled() {
    Map<String, float[]> copied = doubled(LEAPFROG);
    for (int stage = 1; stage <= 4; stage++) {
      float before = copied.get("from body.1.scale" + stage)[0];
      float factor = stage % 2 == 1 ? 2 : 1;
      assertEquals(factor * before, copied.get("body.2.scale" + stage)[0], "scale" + stage);
      assertEquals(factor * before, copied.get("body.3.scale" + stage)[0], "scale" + stage);
    }
  }

  /** So that they are the declared ones, 2, when the last level begins. */
  @Test
  void initialCoefficientsAreHalvedForEachDoublingToCome() {
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = new SuperResolutionNetwork(LEAPFROG, 2, 1, cpu)) {
      BlockDoubling.to(LEAPFROG).prepare(network, 2);
      Map<String, Tensor> weights = network.parameters().byName();
      assertEquals(0.5f, Tensors.toArray(weights.get("body.0.scale1"))[0]);
      assertEquals(2, Tensors.toArray(weights.get("body.0.scale2"))[0]);
    }
  }

  private static Map<String, float[]> doubled(NetworkSpec fine) {
    BlockDoubling doubling = BlockDoubling.to(fine);
    Map<String, float[]> values = new HashMap<>();
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork from = new SuperResolutionNetwork(doubling.coarse(), 2, 1, cpu);
        SuperResolutionNetwork to = new SuperResolutionNetwork(fine, 2, 2, cpu)) {
      assertEquals(2 * fine.stepSize(), doubling.coarse().stepSize());
      assertEquals(fine.blocks() / 2, doubling.coarse().blocks());
      doubling.copy(from, to);
      from.parameters()
          .byName()
          .forEach((key, tensor) -> values.put("from " + key, Tensors.toArray(tensor)));
      to.parameters().byName().forEach((key, tensor) -> values.put(key, Tensors.toArray(tensor)));
    }
    return values;
  }

  /** All declared networks but those whose state a trained coefficient multiplies. */
  @ParameterizedTest
  @MethodSource("networks")
  void declaredNetworksCanBeDoubled(String name) {
    NetworkSpec fine = Catalogue.onClassPath().network(name);
    fine = fine.withSize(8, 4);
    BlockDoubling doubling = BlockDoubling.to(fine);
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork from = new SuperResolutionNetwork(doubling.coarse(), 2, 1, cpu);
        SuperResolutionNetwork to = new SuperResolutionNetwork(fine, 2, 2, cpu)) {
      doubling.copy(from, to);
      assertArrayEquals(
          Tensors.toArray(from.parameters().byName().get("head.0.weight")),
          Tensors.toArray(to.parameters().byName().get("head.0.weight")));
    }
  }

  static List<String> networks() {
    return Catalogue.onClassPath().networks().keySet().stream().sorted().toList();
  }

  /** With f as it is, two steps of h/2 are one of h but for an error of the scheme's order. */
  @ParameterizedTest
  @MethodSource("schemes")
  void twoHalfStepsAreOneStepToTheOrderOfTheScheme(String name) {
    OdeScheme scheme = Float64.scheme(name);
    // Momentum of 9/10 is felt over some tens of steps; errors of high orders are soon rounding.
    int blocks = scheme.facts().blockOrder() == 1 ? 256 : 32;
    double coarse = difference(scheme, blocks);
    double fine = difference(scheme, 2 * blocks);
    double order = Math.log(coarse / fine) / Math.log(2);
    // Not equal: in some the leading error of this f all but vanishes.
    assertTrue(order > scheme.facts().blockOrder() - 0.3, order + ": " + coarse + ", " + fine);
    assertTrue(coarse < 0.1, "difference " + coarse);
  }

  static List<String> schemes() {
    List<String> names = new ArrayList<>();
    for (OdeScheme scheme : Catalogue.onClassPath().schemes().values()) {
      SchemeFacts facts = scheme.facts();
      boolean oneState = scheme.programs(Coefficients.FROZEN).get(0).hasOneState();
      // Of higher orders the differences are rounding; a partitioned state is no y.
      if (facts.blockOrder() > 0
          && facts.blockOrder() <= 4
          && facts.isProved()
          && (oneState || facts.family() instanceof SchemeFamily.LinearMultistep)) {
        names.add(facts.name());
      }
    }
    return names;
  }

  private static double difference(OdeScheme scheme, int blocks) {
    NetworkSpec fine =
        LEAPFROG
            .withScheme(scheme)
            .withCoefficients(Coefficients.FROZEN)
            .withSize(blocks, 1)
            .withStepSize(1.0 / blocks);
    double[] two = integrated(fine);
    double[] one = integrated(BlockDoubling.to(fine).coarse());
    return Math.hypot(two[0] - one[0], two[1] - one[1]);
  }

  private static double[] integrated(NetworkSpec spec) {
    // u' = sin(v) + u v / 4, v' = cos(u + v): smooth, and nothing vanishes by symmetry.
    RightHandSide f =
        state -> {
          double[] y = Float64.read(state);
          double[] slope = {Math.sin(y[1]) + y[0] * y[1] / 4, Math.cos(y[0] + y[1])};
          return Tensor.create(slope, 1, 2, 1, 1);
        };
    try (Parameters parameters = new Parameters();
        NoGradGuard constants = new NoGradGuard();
        Tensor begin = Tensor.create(new double[] {0.4, 0.9}, 1, 2, 1, 1);
        Tensor end =
            new BlockChain(
                    spec.scheme(),
                    parameters,
                    new FunctionVectorField(f),
                    spec.coefficients(),
                    spec.stepSize())
                .forward(begin, spec.blocks())) {
      return Float64.read(end);
    }
  }

  /**
   * The LF-block is no integrator: its layers keep their size, so that two blocks are about one.
   */
  @Test
  void twoHalvedLeapfrogBlocksAreOneToFirstOrder() {
    double coarse = errorOfLeapfrog(0.02);
    assertTrue(coarse < 0.05, "relative to what the block adds: " + coarse);
    assertEquals(2, coarse / errorOfLeapfrog(0.01), 0.2);
  }

  private static double errorOfLeapfrog(double h) {
    double one = leapfrog(0.4, h);
    double two = leapfrog(leapfrog(0.4, h / 2), h / 2);
    return Math.abs(one - two) / Math.abs(one - 0.4);
  }

  /** The LF-block with f = cos; its odd coefficients are twice as large where h is half. */
  private static double leapfrog(double y0, double h) {
    try (Parameters parameters = new Parameters();
        NoGradGuard constants = new NoGradGuard()) {
      BlockChain chain =
          new BlockChain(
              LEAPFROG.scheme(),
              parameters,
              new FunctionVectorField(
                  y -> Tensor.create(new double[] {Math.cos(Float64.read(y)[0])}, 1, 1, 1, 1)),
              Coefficients.TRAINABLE,
              h);
      for (String odd : List.of("scale1", "scale3")) {
        try (Scalar scalar = new Scalar(0.7 / h)) {
          parameters.byName().get(odd).fill_(scalar);
        }
      }
      try (Tensor state = Tensor.create(new double[] {y0}, 1, 1, 1, 1);
          Tensor end = chain.forward(state, 1)) {
        return Float64.read(end)[0];
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "leapfrog, FROZEN, zero history",
    "lm-architecture, TRAINABLE, multiplies y",
    "lmm2-family, TRAINABLE, multiplies y"
  })
  void whatCannotBeDoubledIsRefused(String scheme, Coefficients coefficients, String why) {
    NetworkSpec spec = LEAPFROG.withScheme(Float64.scheme(scheme)).withCoefficients(coefficients);
    ButcherblockException refusal =
        assertThrows(ButcherblockException.class, () -> BlockDoubling.to(spec));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count());
  }

  @Test
  void aStartNeedsItsBlocks() {
    NetworkSpec spec = LEAPFROG.withScheme(Float64.scheme("carried-adams-bashforth4"));
    ButcherblockException refusal =
        assertThrows(ButcherblockException.class, () -> BlockDoubling.to(spec));
    assertTrue(refusal.getMessage().contains("needs at least 4"), refusal.getMessage());
  }
}
