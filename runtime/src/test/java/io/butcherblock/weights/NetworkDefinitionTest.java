package io.butcherblock.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.LayeredVectorField;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.VectorFieldFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights are used in the network that they were trained in, or refused with both declarations. */
class NetworkDefinitionTest {

  private static final NetworkSpec TRAINED = EulerForTests.network(1, 2);

  @TempDir private Path folder;

  @Test
  void everyChangeThatShapesDoNotShowIsToldWithBothTexts() {
    Path file = saved(WeightsInfo.of(TRAINED, 2).toMap());
    open(file, TRAINED);
    assertRefused(
        file,
        with(TRAINED.scheme(), TRAINED.vectorField(), 0.25, WeightSharing.PER_STAGE),
        "the step size of euler-for-tests was declared as \"0.5\", not as \"0.25\" as now");
    assertRefused(
        file,
        with(TRAINED.scheme(), TRAINED.vectorField(), 0.5, WeightSharing.SHARED),
        "the weight sharing of euler-for-tests was declared as \"per_stage\", not as \"shared\" as"
            + " now");
    assertRefused(
        file,
        with(TRAINED.scheme(), TRAINED.vectorField(), 0.5, WeightSharing.NETWORK),
        "the weight sharing of euler-for-tests was declared as \"per_stage\", not as \"network\" as"
            + " now");
    assertRefused(
        file,
        with(TRAINED.scheme(), TRAINED.vectorField(), 0.5, WeightSharing.RECURRENT),
        "the weight sharing of euler-for-tests was declared as \"per_stage\", not as \"recurrent\""
            + " as now");
    assertRefused(
        file,
        with(scheme("euler-for-tests", "0 | ; | 2"), TRAINED.vectorField(), 0.5, TRAINED.sharing()),
        "the scheme euler-for-tests was declared as \"0 | ; | 1\", not as \"0 | ; | 2\" as now");
    assertRefused(
        file,
        with(TRAINED.scheme(), field(Layer.PRELU, Layer.CONV_3X3), 0.5, TRAINED.sharing()),
        "the vector field conv-prelu was declared as \"conv_3x3, prelu\", not as \"prelu,"
            + " conv_3x3\" as now");
    assertRefused(
        file,
        TRAINED.withCoefficients(Coefficients.FROZEN),
        "with coefficients that are trainable, not frozen; give a choice of coefficients of"
            + " trainable");
    assertRefused(
        file,
        with(scheme("other", "0 | ; | 2"), TRAINED.vectorField(), 0.5, TRAINED.sharing()),
        "with the scheme euler-for-tests, not other ("
            + EulerForTests.class.getName()
            + " declares euler-for-tests); give a scheme of euler-for-tests");
  }

  /** A file keeps these words: other ones would make weights of earlier versions useless. */
  @Test
  void theWordsForWeightSharingAreThoseOfTheirConstants() {
    Map<WeightSharing, String> words =
        Map.of(
            WeightSharing.PER_STAGE, "per_stage",
            WeightSharing.SHARED, "shared",
            WeightSharing.NETWORK, "network",
            WeightSharing.RECURRENT, "recurrent");
    for (WeightSharing sharing : WeightSharing.values()) {
      NetworkSpec spec = with(TRAINED.scheme(), TRAINED.vectorField(), 0.5, sharing);
      assertEquals(words.get(sharing), NetworkDefinition.of(spec).sharing().orElseThrow());
    }
  }

  @Test
  void anotherNameForTheSameSchemeIsNoOtherScheme() {
    Path file = saved(WeightsInfo.of(TRAINED, 2).toMap());
    open(file, with(scheme("renamed", "0 | ; | 1"), TRAINED.vectorField(), 0.5, TRAINED.sharing()));
  }

  /** Files of earlier versions: names are compared, and nothing is claimed of declarations. */
  @Test
  void whatAFileDoesNotSayIsNotCompared() {
    Map<String, String> old = new HashMap<>(WeightsInfo.of(TRAINED, 2).namesAndSizes());
    assertEquals(
        List.of("blocks", "channels", "coefficients", "network", "scale", "scheme", "vector_field"),
        old.keySet().stream().sorted().toList());
    Path file = saved(old);
    assertEquals(NetworkDefinition.NONE, WeightsInfo.read(file).definition());
    open(file, with(TRAINED.scheme(), TRAINED.vectorField(), 0.25, WeightSharing.SHARED));
    assertRefused(
        file,
        with(scheme("other", "0 | ; | 1"), TRAINED.vectorField(), 0.5, TRAINED.sharing()),
        "with the scheme euler-for-tests, not other;");
    open(
        saved(Map.of()),
        with(scheme("other", "x"), TRAINED.vectorField(), 0.25, TRAINED.sharing()));
  }

  @Test
  void longDeclarationsAreShownWhereTheyDiffer() {
    String begin = "1/3, ".repeat(400);
    NetworkSpec before =
        with(scheme("long", begin + "5/7"), TRAINED.vectorField(), 1, TRAINED.sharing());
    Path file = saved(WeightsInfo.of(before, 2).toMap());
    String message =
        refusal(
            file, with(scheme("long", begin + "5/9"), TRAINED.vectorField(), 1, TRAINED.sharing()));
    assertTrue(message.contains("1/3, 5/7\", not as \"... "), message);
    assertTrue(message.contains("1/3, 5/9\" as now"), message);
    assertTrue(message.length() < 1200, message);
  }

  @Test
  void whatIsNotOnTheClassPathIsNamedWithWhatToAdd() {
    Map<String, String> metadata = new HashMap<>(WeightsInfo.of(TRAINED, 2).toMap());
    String message =
        assertThrows(
                ButcherblockException.class,
                () -> WeightsInfo.of(metadata).spec(Catalogue.onClassPath()))
            .getMessage();
    assertTrue(
        message.startsWith(
            "There is no network euler-for-tests on the class path, with which the weights were"
                + " trained; add the compiled project or jar that declares it"),
        message);
    assertTrue(message.contains(", or work in that project."), message);
    metadata.put("coefficients", "learned");
    String unknown =
        assertThrows(ButcherblockException.class, () -> WeightsInfo.of(metadata)).getMessage();
    assertTrue(
        unknown.contains("\"learned\", which is none of trainable, frozen and family"), unknown);
  }

  private Path saved(Map<String, String> metadata) {
    Path file = folder.resolve("w.safetensors");
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = new SuperResolutionNetwork(TRAINED, 2, 1, cpu)) {
      Weights.save(file, network.parameters(), metadata);
    }
    return file;
  }

  private static void open(Path file, NetworkSpec spec) {
    try (Device cpu = LibTorch.cpu()) {
      Weights.open(file, spec, 2, cpu).close();
      try (SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
        Weights.load(file, network);
        Weights.start(file, network);
      }
    }
  }

  /** By each door of the library alike. */
  private static String refusal(Path file, NetworkSpec spec) {
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
      String message = message(() -> Weights.open(file, spec, 2, cpu).close());
      assertEquals(message, message(() -> Weights.load(file, network)));
      assertEquals(message, message(() -> Weights.start(file, network)));
      return message;
    }
  }

  private static void assertRefused(Path file, NetworkSpec spec, String why) {
    String message = refusal(file, spec);
    assertTrue(message.startsWith(file + " holds weights that were trained w"), message);
    assertTrue(message.contains(why), message);
  }

  private static String message(Runnable action) {
    return assertThrows(ButcherblockException.class, action::run).getMessage();
  }

  private static NetworkSpec with(
      OdeScheme scheme, VectorFieldFactory field, double stepSize, WeightSharing sharing) {
    return new NetworkSpec(
        TRAINED.name(), scheme, field, 1, 2, stepSize, TRAINED.coefficients(), sharing, "");
  }

  private static VectorFieldFactory field(Layer... layers) {
    return new LayeredVectorField("conv-prelu", layers) {};
  }

  private static OdeScheme scheme(String name, String definition) {
    return new EulerForTests() {
      @Override
      public SchemeFacts facts() {
        return EulerForTests.facts(name);
      }

      @Override
      public String definition(Coefficients coefficients) {
        return definition;
      }
    };
  }
}
