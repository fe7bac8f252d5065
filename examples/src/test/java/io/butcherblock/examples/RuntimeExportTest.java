package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.examples.vectorfields.GMetaFormerVectorField;
import io.butcherblock.export.PythonModule;
import io.butcherblock.export.TorchScript;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SumOfVectorFields;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.onnx.Onnx;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.named_parameter_iterator;
import org.bytedeco.pytorch.named_parameter_list;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What other runtimes compute from an exported network is what ours computes. */
class RuntimeExportTest {

  private static final Catalogue CATALOGUE = Catalogue.onClassPath();

  /** Relative to the largest value of an image: about eight units in its last place. */
  private static final float TOLERANCE = 1e-6f;

  /** Odd sizes, not square, more than one image: one file has to do for all. */
  private static final List<long[]> SHAPES =
      List.of(new long[] {1, 3, 9, 13}, new long[] {2, 3, 17, 5}, new long[] {4, 3, 24, 24});

  @TempDir private Path folder;

  static Stream<Arguments> networksAndScales() {
    return CATALOGUE.networks().values().stream()
        .map(spec -> spec.withSize(1 + spec.scheme().programs(spec.coefficients()).size(), 8))
        .flatMap(spec -> Stream.of(2, 3, 4).map(scale -> Arguments.of(spec.name(), scale, spec)));
  }

  /** Widths that oneDNN fills up to a multiple of 16 channels where feature maps are NCHW. */
  static Stream<Arguments> widths() {
    return Stream.of(17, 24)
        .map(channels -> CATALOGUE.networks().get("oisr-lf-s").withSize(2, channels))
        .map(spec -> Arguments.of(spec.channels() + " channels", 2, spec));
  }

  static Stream<Arguments> variants() {
    return Stream.of(
            "adams-bashforth4",
            "leapfrog-from-heun",
            "gragg10",
            "kutta3-two-steps",
            "carried-adams-bashforth4",
            "stoermer-verlet",
            "rk3-family",
            "lm-architecture-family")
        .flatMap(
            scheme ->
                Members.choices(CATALOGUE.schemes().get(scheme)).flatMap(c -> variants(scheme, c)));
  }

  /** With a step so short that squares of squares stay finite. */
  static Stream<Arguments> gates() {
    NetworkSpec base = CATALOGUE.networks().get("oisr-rk3").withSize(2, 6);
    return Stream.of(GatedVectorField.Gate.values())
        .map(
            gate ->
                new NetworkSpec(
                    "gated-" + gate,
                    base.scheme(),
                    new GatedVectorField(gate),
                    base.blocks(),
                    base.channels(),
                    1e-3,
                    base.coefficients(),
                    base.sharing(),
                    ""))
        .map(spec -> Arguments.of(spec.name(), 2, spec));
  }

  private static Stream<Arguments> variants(String scheme, Coefficients coefficients) {
    int programs = CATALOGUE.schemes().get(scheme).programs(coefficients).size();
    NetworkSpec base =
        CATALOGUE.networks().get("oisr-rk3").withSize(programs == 1 ? 1 : programs + 1, 6);
    return Stream.of(WeightSharing.values())
        .map(
            sharing ->
                new NetworkSpec(
                    scheme + " " + coefficients + " " + sharing,
                    CATALOGUE.schemes().get(scheme),
                    base.vectorField(),
                    base.blocks(),
                    base.channels(),
                    0.5,
                    coefficients,
                    sharing,
                    ""))
        .map(spec -> Arguments.of(spec.name(), 2, spec));
  }

  /** Summands apart and together, a sum in a sum, and one vector field for both summands. */
  static Stream<Arguments> sums() {
    SumOfVectorFields sum = new GMetaFormerVectorField();
    List<VectorFieldFactory> fields =
        List.of(sum, new SumOfVectorFields("nested", sum, sum.f()), sum.f());
    return Stream.of(
            "lie-trotter",
            "macaron",
            "strang-heun",
            "heun",
            "stoermer-verlet",
            "carried-adams-bashforth4")
        .map(CATALOGUE.schemes()::get)
        .flatMap(
            scheme ->
                Stream.of(WeightSharing.values())
                    .flatMap(
                        sharing ->
                            fields.stream()
                                .flatMap(
                                    field ->
                                        Members.choices(scheme)
                                            .map(c -> sum(scheme, field, c, sharing)))))
        .map(spec -> Arguments.of(spec.name(), 2, spec));
  }

  private static NetworkSpec sum(
      OdeScheme scheme,
      VectorFieldFactory field,
      Coefficients coefficients,
      WeightSharing sharing) {
    return new NetworkSpec(
        scheme.facts().name() + " " + field.name() + " " + coefficients + " " + sharing,
        scheme,
        field,
        scheme.programs(coefficients).size() + 1,
        6,
        0.5,
        coefficients,
        sharing,
        "");
  }

  @ParameterizedTest(name = "{0} x{1}")
  @MethodSource({"networksAndScales", "variants", "gates", "widths", "sums"})
  void computeWhatOursComputes(String name, int scale, NetworkSpec spec) throws OrtException {
    Path onnx = folder.resolve("network.onnx");
    Path script = folder.resolve("network.torchscript");
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, scale, 5, cpu)) {
      perturb(network);
      Onnx.write(onnx, network);
      TorchScript.write(script, network);
      try (OrtSession session = session(onnx);
          PointerScope scope = new PointerScope()) {
        JitModule module = torch.load(script.toString());
        for (long[] shape : SHAPES) {
          float[] image = image(shape);
          float[] expected = ours(network, image, shape);
          assertArrayEquals(expected, onnx(session, image, shape), tolerance(expected), "ONNX");
          assertArrayEquals(
              expected, script(module, image, shape), tolerance(expected), "TorchScript");
        }
      }
    }
  }

  /** So that {@code state_dict()} in Python has them. */
  @Test
  void theKeysOfTorchScriptAreOurs() {
    Path script = folder.resolve("network.torchscript");
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s").withSize(2, 4);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 4, 5, cpu);
        PointerScope scope = new PointerScope()) {
      TorchScript.write(script, network);
      Set<String> keys = new HashSet<>();
      named_parameter_list parameters = torch.load(script.toString()).named_parameters();
      named_parameter_iterator end = parameters.end();
      for (var at = parameters.begin(); at.notEquals(end); at.increment()) {
        keys.add(at.access().name().getString());
      }
      assertEquals(network.parameters().byName().keySet(), keys);
    }
  }

  @Test
  void anOpaqueVectorFieldIsRefused() {
    String sentence =
        "The vector field function is tensor code that says nothing of what it computes, and its"
            + " networks cannot be exported: let "
            + FunctionVectorField.class.getName()
            + " extend io.butcherblock.nn.GraphVectorField.";
    VectorFieldFactory opaque = new FunctionVectorField(Tensor::clone);
    assertEquals(sentence, refusal(opaque, Onnx::write));
    assertEquals(sentence, refusal(opaque, TorchScript::write));
    assertEquals(
        sentence, refusal(opaque, (file, network) -> PythonModule.write(file, network.spec(), 2)));
  }

  private String refusal(
      VectorFieldFactory vectorField, BiConsumer<Path, SuperResolutionNetwork> write) {
    NetworkSpec spec =
        CATALOGUE.networks().get("oisr-lf-s").withSize(1, 4).withVectorField(vectorField);
    Path file = folder.resolve("network.onnx");
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 5, cpu)) {
      ButcherblockException error =
          assertThrows(ButcherblockException.class, () -> write.accept(file, network));
      assertTrue(Files.notExists(file));
      return error.getMessage();
    }
  }

  /** Away from the initial values, where slopes are equal and coefficients as in the tableau. */
  static void perturb(SuperResolutionNetwork network) {
    try (NoGradGuard guard = new NoGradGuard();
        PointerScope scope = new PointerScope()) {
      network
          .parameters()
          .byName()
          .values()
          .forEach(p -> p.mul_(torch.rand(p.shape()).add(Tensor.create(0.5f))));
    }
  }

  private static OrtSession session(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }
  }

  private static float tolerance(float[] expected) {
    float largest = 255;
    for (float value : expected) {
      assertTrue(Float.isFinite(value), "The comparison says nothing.");
      largest = Math.max(largest, Math.abs(value));
    }
    return TOLERANCE * largest;
  }

  private static float[] image(long[] shape) {
    SplittableRandom random = new SplittableRandom(shape[2]);
    float[] values = new float[(int) (shape[0] * shape[1] * shape[2] * shape[3])];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256);
    }
    return values;
  }

  private static float[] ours(SuperResolutionNetwork network, float[] image, long... shape) {
    try (NoGradGuard guard = new NoGradGuard();
        Tensor lr = Tensors.of(image, shape);
        Tensor sr = network.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }

  private static float[] onnx(OrtSession session, float[] image, long... shape)
      throws OrtException {
    try (OnnxTensor lr =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), FloatBuffer.wrap(image), shape);
        OrtSession.Result result = session.run(Map.of("image", lr))) {
      OnnxTensor sr = (OnnxTensor) result.get(0);
      assertEquals(shape[0], sr.getInfo().getShape()[0]);
      FloatBuffer values = sr.getFloatBuffer();
      float[] array = new float[values.remaining()];
      values.get(array);
      return array;
    }
  }

  private static float[] script(JitModule module, float[] image, long... shape) {
    try (PointerScope scope = new PointerScope()) {
      IValueVector arguments = new IValueVector(new IValue(Tensors.of(image, shape)));
      return Tensors.toArray(module.forward(arguments).toTensor());
    }
  }
}
