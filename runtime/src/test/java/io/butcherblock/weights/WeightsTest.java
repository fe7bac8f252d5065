package io.butcherblock.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Parameters;
import io.butcherblock.tensorfiles.ElementType;
import io.butcherblock.tensorfiles.Safetensors;
import io.butcherblock.tensorfiles.TensorFile;
import io.butcherblock.tensorfiles.TorchWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {

  private static final Path PARITY = Path.of("../../shared/parity");

  @TempDir private Path folder;

  @Test
  void savedWeightsComeBackIntoAnotherNetworkOfTheSameShape() {
    Path file = folder.resolve("w.safetensors");
    try (Parameters saved = network(4);
        Parameters loaded = network(4)) {
      assertFalse(sameValues(saved, loaded));
      Weights.save(file, saved, Map.of("network", "tiny", "scale", "2"));
      Weights.load(file, loaded, "tiny");
      assertTrue(sameValues(saved, loaded));
      loaded.byName().values().forEach(each -> assertTrue(each.requires_grad()));
      assertEquals("tiny", Weights.metadata(file).get("network"));
    }
  }

  @Test
  void anotherSizeNamesKeysAndShapesAndLeavesTheNetworkAlone() {
    Path file = folder.resolve("w.safetensors");
    try (Parameters four = network(4);
        Parameters five = network(5);
        Tensor before = five.byName().get("body.0.scale1").clone()) {
      Weights.save(file, four, Map.of("network", "tiny", "scale", "2"));
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class, () -> Weights.load(file, five, "tiny (5 channels)"));
      assertEquals(
          file
              + " does not hold the weights of tiny (5 channels): of another shape"
              + " body.0.conv1.weight ([4, 4, 3, 3] in the file, [5, 5, 3, 3] in the network),"
              + " body.0.conv1.bias ([4] in the file, [5] in the network), body.0.conv2.weight"
              + " ([4, 4, 3, 3] in the file, [5, 5, 3, 3] in the network) and 1 more; it is"
              + " probably another network or size (the file says tiny x2): check the network's"
              + " name, scale, number of blocks and number of channels.",
          error.getMessage());
      assertTrue(five.byName().get("body.0.scale1").equal(before));
    }
  }

  /** One convolution of an x4 upsampler has the shape of x2's, and is still left out. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void anotherScaleStartsFromAllButTheUpsampler(int scale) {
    Path file = folder.resolve("x2.safetensors");
    try (Parameters x2 = withUpsampler(4, 2);
        Parameters other = withUpsampler(4, scale);
        Tensor fresh = other.byName().get("tail.0.0.weight").clone()) {
      Weights.save(file, x2, Map.of());
      assertEquals(Weights.Taken.ALL_BUT_UPSAMPLER, Weights.start(file, other, "tiny"));
      assertTrue(other.byName().get("tail.0.0.weight").equal(fresh));
      for (String key : new String[] {"body.0.conv1.weight", "body.0.scale1", "tail.1.bias"}) {
        assertTrue(other.byName().get(key).equal(x2.byName().get(key)), key);
      }
    }
  }

  @Test
  void theSameScaleStartsFromAll() {
    Path file = folder.resolve("x2.safetensors");
    try (Parameters x2 = withUpsampler(4, 2);
        Parameters again = withUpsampler(4, 2)) {
      Weights.save(file, x2, Map.of());
      assertEquals(Weights.Taken.ALL, Weights.start(file, again, "tiny"));
      assertTrue(sameValues(x2, again));
    }
  }

  @Test
  void onlyTheUpsamplerMayDifferAtTheStart() {
    Path file = folder.resolve("x2.safetensors");
    try (Parameters x2 = withUpsampler(4, 2);
        Parameters wider = withUpsampler(5, 3);
        Tensor before = wider.byName().get("body.0.scale1").clone()) {
      Weights.save(file, x2, Map.of());
      String message =
          assertThrows(ButcherblockException.class, () -> Weights.start(file, wider, "tiny"))
              .getMessage();
      assertTrue(message.contains("of another shape body.0.conv1.weight ([4, 4, 3, 3]"), message);
      assertFalse(message.contains("tail.0."), message);
      assertTrue(wider.byName().get("body.0.scale1").equal(before));
    }
  }

  @Test
  void missingAndUnexpectedKeysAreNamed() {
    Path file = folder.resolve("w.safetensors");
    try (Parameters network = network(4);
        Tensor tensor = torch.ones(1)) {
      Safetensors.write(file, Map.of("body.0.scale1", tensor, "body.9.scale1", tensor), Map.of());
      String message =
          assertThrows(ButcherblockException.class, () -> Weights.load(file, network, "tiny"))
              .getMessage();
      assertTrue(
          message.contains(
              "missing body.0.conv1.weight, body.0.conv1.bias, body.0.conv2.weight and 1 more;"
                  + " unexpected body.9.scale1; it is"),
          message);
    }
  }

  @Test
  void keysOfTheOfficialResidualBlockAreTranslated() {
    assertEquals("body.12.conv1.weight", OfficialKeys.toOurs("body.12.body.0.weight"));
    assertEquals("body.12.conv2.bias", OfficialKeys.toOurs("body.12.body.2.bias"));
    assertEquals("body.12.weight", OfficialKeys.toOurs("body.12.weight"));
    assertEquals("body.1.body.1.weight", OfficialKeys.toOurs("body.1.body.1.weight"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub_mean.bias", "add_mean.bias", "sub_mean.weight", "add_mean.extra"})
  void anotherMeanShiftIsRefused(String key) {
    Path file = folder.resolve("w.safetensors");
    try (Parameters network = network(4);
        Tensor other = torch.zeros(3)) {
      Map<String, Tensor> tensors = new LinkedHashMap<>(network.byName());
      tensors.put(key, other);
      Safetensors.write(file, tensors, Map.of());
      String message =
          assertThrows(ButcherblockException.class, () -> Weights.load(file, network, "tiny"))
              .getMessage();
      assertTrue(message.contains("another mean shift: " + key), message);
    }
  }

  /** As of weights that were stored in half precision, read, and stored again. */
  @ParameterizedTest
  @EnumSource(
      value = ElementType.class,
      names = {"F16", "BF16"})
  void aMeanShiftThatWasRoundedIsTheSame(ElementType type) {
    Path file = folder.resolve("w.safetensors");
    try (PointerScope scope = new PointerScope();
        Parameters network = network(4)) {
      Tensor bias = OfficialKeys.meanShift().get("add_mean.bias");
      torch.ScalarType half =
          type == ElementType.F16 ? torch.ScalarType.Half : torch.ScalarType.BFloat16;
      Map<String, Tensor> tensors = new LinkedHashMap<>(network.byName());
      tensors.put("add_mean.bias", bias.to(half).to(torch.ScalarType.Float));
      Safetensors.write(file, tensors, Map.of());
      Weights.load(file, network, "tiny");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"anything, at all", "", "PK\5\6", "{\"a\": 1}", "<html></html>"})
  void otherFilesAreToldWhateverTheirName(String content) throws IOException {
    for (String name : List.of("a.pt", "a.safetensors")) {
      Path file = Files.writeString(folder.resolve(name), content);
      String why =
          assertThrows(ButcherblockException.class, () -> Weights.metadata(file)).getMessage();
      assertEquals(
          file
              + " is no file of weights: it is neither a safetensors file nor one of Python's"
              + " torch.save; copy or download it again.",
          why);
    }
  }

  @Test
  void theFormatIsToldByTheContentAndNotByTheName() {
    Path named = folder.resolve("w.safetensors");
    Path plain = folder.resolve("w.pt");
    try (Parameters saved = network(4);
        Parameters loaded = network(4)) {
      TorchWriter.write(named, saved.byName());
      assertEquals(Map.of(), Weights.metadata(named));
      Weights.load(named, loaded, "tiny");
      assertTrue(sameValues(saved, loaded));
      Weights.save(plain, saved, Map.of("network", "tiny"));
      assertEquals("tiny", Weights.metadata(plain).get("network"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edsr-b2-f8-x2",
        "lf-s-b2-f8-x2",
        "lf-s-b1-f8-x4",
        "rk2-s-b2-f8-x2",
        "rk2-s-b1-f8-x4",
        "rk3-b2-f8-x2",
        "rk3-b1-f8-x4"
      })
  void filesOfTheOfficialImplementationAreRead(String name) {
    assumeTrue(Files.isDirectory(PARITY), PARITY + " is absent; official files are not tested");
    for (String ending : List.of("safetensors", "pt", "zip.pt")) {
      assertOfficialFileIsRead(PARITY.resolve(name + "." + ending), name);
    }
    // Back again: the official keys, and the mean shift to the bit.
    Path exported = folder.resolve("exported.pt");
    Weights.export(PARITY.resolve(name + ".pt"), ExportFormat.TORCH, exported);
    try (TensorFile original = Weights.read(PARITY.resolve(name + ".pt"));
        TensorFile again = Weights.read(exported)) {
      assertEquals(Set.copyOf(original.names()), Set.copyOf(again.names()));
      for (String key : original.names()) {
        assertTrue(again.tensor(key).equal(original.tensor(key)), key);
      }
    }
  }

  private static void assertOfficialFileIsRead(Path file, String name) {
    try (TensorFile read = Weights.read(file);
        Parameters ours = new Parameters()) {
      for (String key : read.names()) {
        if (!OfficialKeys.isMeanShift(key)) {
          ours.scope("").add(OfficialKeys.toOurs(key), torch.zeros(sizes(read.tensor(key))));
        }
      }
      Weights.load(file, ours, name);
      assertTrue(ours.byName().get("head.0.weight").equal(read.tensor("head.0.weight")));
      assertTrue(ours.byName().containsKey("body.0.conv2.bias"));
      assertTrue(ours.byName().keySet().stream().noneMatch(key -> key.contains(".body.")));
    }
  }

  private static long[] sizes(Tensor tensor) {
    return tensor.shape();
  }

  private static Parameters network(int channels) {
    Parameters parameters = new Parameters();
    try (PointerScope scope = new PointerScope()) {
      var block = parameters.scope("body.0");
      block.add("scale1", torch.randn(1));
      IntStream.of(1, 2)
          .mapToObj(number -> block.child("conv" + number))
          .forEach(
              conv -> {
                conv.add("weight", torch.randn(channels, channels, 3, 3));
                conv.add("bias", torch.randn(channels));
              });
      assertSame(scope, PointerScope.getInnerScope());
    }
    return parameters;
  }

  private static Parameters withUpsampler(int channels, int scale) {
    Parameters parameters = network(channels);
    long factor = scale == 3 ? 3 : 2;
    try (PointerScope scope = new PointerScope()) {
      var tail = parameters.scope("tail");
      for (int stage = 0; stage < (scale == 4 ? 2 : 1); stage++) {
        tail.child("0." + 2 * stage)
            .add("weight", torch.randn(factor * factor * channels, channels, 3, 3));
      }
      tail.add("1.bias", torch.randn(3));
      assertSame(scope, PointerScope.getInnerScope());
    }
    return parameters;
  }

  private static boolean sameValues(Parameters a, Parameters b) {
    assertEquals(a.byName().keySet(), b.byName().keySet());
    return a.byName().entrySet().stream()
        .allMatch(
            entry ->
                Arrays.equals(entry.getValue().shape(), b.byName().get(entry.getKey()).shape())
                    && entry.getValue().equal(b.byName().get(entry.getKey())));
  }
}
