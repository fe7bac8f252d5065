package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.vectorfields.GConvectionDiffusionVectorField;
import io.butcherblock.examples.vectorfields.GFeedForward;
import io.butcherblock.examples.vectorfields.GMetaFormerVectorField;
import io.butcherblock.examples.vectorfields.GV2VectorField;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.SumOfVectorFields;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.nn.VectorFieldFactory;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Vector fields f(y) + g(y), as a whole and by their summands. */
class SplitVectorFieldTest {

  private static final int CHANNELS = 4;

  private static NetworkSpec spec(String scheme, VectorFieldFactory field, WeightSharing sharing) {
    return new NetworkSpec(
        "split",
        Catalogue.onClassPath().schemes().get(scheme),
        field,
        2,
        CHANNELS,
        0.5,
        Coefficients.TRAINABLE,
        sharing,
        "");
  }

  private static List<String> keys(NetworkSpec spec, String prefix) {
    return List.copyOf(
        new TreeSet<>(
            spec.graph(2).parameters().keySet().stream()
                .filter(key -> key.startsWith(prefix) && !key.contains("scale"))
                .map(key -> key.replaceAll("\\.(weight|bias)$", ""))
                .toList()));
  }

  /** The sum of both, whose weights are its own. */
  @Test
  void aWholeEvaluationIsTheSum() {
    VectorFieldFactory sum = new GMetaFormerVectorField();
    StageContext stage = new StageContext(CHANNELS, 1, 1);
    float[] values = new float[CHANNELS * 30];
    IntStream.range(0, values.length).forEach(i -> values[i] = (float) Math.sin(i));
    try (Parameters parameters = new Parameters()) {
      RightHandSide whole = sum.create(parameters.scope("body.0"), stage);
      assertEquals(
          List.of(
              "body.0.f.conv1.bias",
              "body.0.f.conv1.weight",
              "body.0.f.relu1.weight",
              "body.0.g.down1.bias",
              "body.0.g.down1.weight",
              "body.0.g.up1.bias",
              "body.0.g.up1.weight"),
          List.copyOf(new TreeSet<>(parameters.byName().keySet())));
      Parameters other = new Parameters();
      RightHandSide f = new GV2VectorField().create(other.scope("f"), stage);
      RightHandSide g = new GFeedForward().create(other.scope("g"), stage);
      other
          .byName()
          .forEach((key, value) -> value.data().copy_(parameters.byName().get("body.0." + key)));
      try (other;
          Tensor y = Tensors.of(values, 1, CHANNELS, 5, 6);
          Tensor both = whole.apply(y);
          Tensor ofF = f.apply(y);
          Tensor ofG = g.apply(y);
          Tensor added = ofF.add(ofG)) {
        assertArrayEquals(Tensors.toArray(added), Tensors.toArray(both), 1e-6f);
      }
    }
  }

  @Test
  void summandsHaveWeightsForEachOfTheirStages() {
    assertEquals(
        List.of(
            "body.0.f.conv2",
            "body.0.f.relu2",
            "body.0.g.down1",
            "body.0.g.down3",
            "body.0.g.up1",
            "body.0.g.up3"),
        keys(spec("macaron", new GMetaFormerVectorField(), WeightSharing.PER_STAGE), "body.0."));
  }

  @Test
  void sharedWeightsAreThoseOfASummand() {
    assertEquals(
        List.of("body.0.f.conv1", "body.0.f.relu1", "body.0.g.down1", "body.0.g.up1"),
        keys(spec("macaron", new GMetaFormerVectorField(), WeightSharing.SHARED), "body.0."));
    // One vector field for both is no vector field twice.
    assertEquals(
        List.of("body.0.f.conv1", "body.0.f.relu1", "body.0.g.conv1", "body.0.g.relu1"),
        keys(spec("macaron", new GV2VectorField(), WeightSharing.SHARED), "body.0."));
    assertEquals(
        List.of(), keys(spec("macaron", new GV2VectorField(), WeightSharing.NETWORK), "body.1."));
  }

  /** The network that trains has the parameters of its graph, whoever shares them. */
  @ParameterizedTest
  @EnumSource(WeightSharing.class)
  void theNetworkIsThatOfItsGraph(WeightSharing sharing) {
    for (VectorFieldFactory field :
        List.of(
            new GMetaFormerVectorField(),
            new GConvectionDiffusionVectorField(),
            new GV2VectorField())) {
      for (String scheme : List.of("strang-heun", "macaron", "heun")) {
        NetworkSpec spec = spec(scheme, field, sharing);
        try (Device cpu = new Device("cpu");
            SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
          assertEquals(
              spec.graph(2).parameters().keySet(),
              network.parameters().byName().keySet(),
              scheme + " " + field.name());
        }
      }
    }
  }

  /** Lie-Trotter evaluates each summand once: its block is a step for one f and one g. */
  @Test
  void oneEvaluationOfEachSummandIsAStepOfTheScheme() {
    assertFalse(
        spec("lie-trotter", new GMetaFormerVectorField(), WeightSharing.PER_STAGE)
            .hasFieldPerStage());
    assertTrue(
        spec("macaron", new GMetaFormerVectorField(), WeightSharing.PER_STAGE).hasFieldPerStage());
    assertFalse(
        spec("macaron", new GMetaFormerVectorField(), WeightSharing.SHARED).hasFieldPerStage());
  }

  /** By hand: one evaluation of f, a 3x3 convolution, and two of g, 1x1 to twice as many. */
  @ParameterizedTest
  @CsvSource({"lie-trotter, 1, 1", "macaron, 1, 2", "strang-heun, 2, 4", "euler, 1, 1"})
  void aBlockCostsWhatIsEvaluated(String scheme, int ofF, int ofG) {
    NetworkSpec spec = spec(scheme, new GMetaFormerVectorField(), WeightSharing.PER_STAGE);
    long f = 9L * CHANNELS * CHANNELS;
    long g = 2L * 2 * CHANNELS * CHANNELS;
    assertEquals(ofF * f + ofG * g, spec.macsPerBlockAndPixel());
    // For 1280x720, of feature maps of a quarter of the pixels.
    assertEquals(
        (ofF * f + ofG * g) * 640 * 360,
        NetworkSize.of(spec, 2).macs() - NetworkSize.of(spec.withSize(1, CHANNELS), 2).macs());
  }

  @Test
  void namesAndDefinitionsAreOfBoth() {
    SumOfVectorFields sum = new GConvectionDiffusionVectorField();
    assertEquals("g-convection-diffusion", sum.name());
    assertEquals(
        "f: (conv_3x3_antisymmetric, relu) ; g: (conv_3x3, relu, conv_3x3_transposed, negation)",
        sum.definition(CHANNELS));
    String message =
        assertThrows(
                NullPointerException.class,
                () -> new SumOfVectorFields("sum", new GV2VectorField(), null))
            .getMessage();
    assertEquals("g", message);
    assertTrue(Catalogue.onClassPath().vectorFields().containsKey("g-metaformer"));
  }
}
