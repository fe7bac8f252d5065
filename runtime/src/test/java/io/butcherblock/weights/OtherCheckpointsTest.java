package io.butcherblock.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.Tensors;
import io.butcherblock.tensorfiles.TensorFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One small EDSR in the checkpoints that people keep, written by PyTorch; make_fixtures.py in their
 * folder says how. Weight number i of it is ((37 i) mod 127 - 63) / 64.
 */
class OtherCheckpointsTest {

  private static final int CHANNELS = 2;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "half.pt",
        "half.zip.pt",
        "half.safetensors",
        "bfloat16.pt",
        "bfloat16.zip.pt",
        "bfloat16.safetensors",
        "bfloat16-then-float.pt",
        "bfloat16-then-float.zip.pt",
        "double.pt",
        "double.zip.pt",
        "beside.pt",
        "beside.zip.pt",
        "basicsr.pt",
        "basicsr.zip.pt",
        "basicsr-parallel.zip.pt",
        "gan.zip.pt",
        "generator.zip.pt",
        "compiled.zip.pt",
        "tuple.zip.pt",
        "channels-last.pt",
        "channels-last.zip.pt",
        "shared.pt",
        "shared.zip.pt",
        "turned.pt",
        "turned.zip.pt"
      })
  void everyCheckpointGivesTheSameWeights(String name) throws URISyntaxException {
    try (Parameters network = network()) {
      Weights.load(fixture(name), network, "edsr");
      assertIsTheNetwork(network);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"beside.pt", "basicsr.zip.pt", "turned.pt", "half.safetensors"})
  void theyAreExportedWithOfficialKeys(String name) throws URISyntaxException {
    Path exported = folder.resolve("exported.pt");
    Weights.export(fixture(name), ExportFormat.TORCH, exported);
    try (Parameters network = network();
        TensorFile file = Weights.read(exported)) {
      assertTrue(file.names().contains("body.0.body.2.weight"), file.names().toString());
      assertEquals(12 + 4, file.names().size());
      Weights.load(exported, network, "edsr");
      assertIsTheNetwork(network);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nan.zip.pt | (NaN): 1 of the 36 of body.0.body.2.weight; ",
        "infinite.zip.pt | (NaN): 1 of the 36 of body.0.body.2.weight; ",
        "too-large.zip.pt | (NaN): 1 of the 36 of body.0.body.2.weight; ",
        "nan-mean.zip.pt | (NaN): 1 of the 3 of sub_mean.bias; "
      })
  void numbersThatAreNotFiniteAreRefused(String name, String why) throws URISyntaxException {
    Path file = fixture(name);
    Path out = folder.resolve("out.safetensors");
    try (Parameters network = network()) {
      String load = refusal(() -> Weights.load(file, network, "edsr"));
      assertTrue(load.contains(why), load);
      assertEquals(load, refusal(() -> Weights.start(file, network, "edsr")));
      assertEquals(load, refusal(() -> Weights.export(file, ExportFormat.SAFETENSORS, out)));
      assertTrue(Files.notExists(out));
      // Nothing was copied before the last tensor was seen.
      try (Tensor sum = network.byName().get("head.0.weight").abs().sum()) {
        assertEquals(0, sum.item_float());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whole-numbers.zip.pt | has sub_mean.weight as numbers of the type I8",
        "two.zip.pt | several networks, /a, /b; save the state dict of one",
        "two-flat.zip.pt | several networks: keys begin with \"a.\", \"b.\"; save",
        "unknown.zip.pt | wants to run __main__.Attributes; only state dicts are read, and plain"
      })
  void whatIsNotReadIsTold(String name, String why) throws URISyntaxException {
    Path file = fixture(name);
    try (Parameters network = network()) {
      String message = refusal(() -> Weights.load(file, network, "edsr"));
      assertTrue(message.contains(why), message);
    }
  }

  @Test
  void ofSeveralNetworksTheOneOfAUsualNameIsRead() throws URISyntaxException {
    try (Parameters network = network()) {
      Weights.load(fixture("two-one-named.zip.pt"), network, "edsr");
      try (Tensor sum = network.byName().get("head.0.weight").abs().sum()) {
        assertEquals(0, sum.item_float());
      }
    }
  }

  private static String refusal(Runnable action) {
    return assertThrows(ButcherblockException.class, action::run).getMessage();
  }

  private static Path fixture(String name) throws URISyntaxException {
    return Path.of(OtherCheckpointsTest.class.getResource("edsr/" + name).toURI());
  }

  private static Parameters network() {
    Parameters parameters = new Parameters();
    try (PointerScope scope = new PointerScope()) {
      shapes().forEach((name, shape) -> parameters.scope("").add(name, torch.zeros(shape)));
    }
    return parameters;
  }

  private static void assertIsTheNetwork(Parameters network) {
    int number = 0;
    for (String key : shapes().keySet()) {
      Tensor tensor = network.byName().get(key);
      float[] expected = new float[(int) tensor.numel()];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = (37 * number++ % 127 - 63) / 64f;
      }
      assertArrayEquals(expected, Tensors.toArray(tensor), key);
    }
  }

  /** In the order of their numbers. */
  private static Map<String, long[]> shapes() {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    layer(shapes, "head.0", CHANNELS, 3);
    layer(shapes, "body.0.conv1", CHANNELS, CHANNELS);
    layer(shapes, "body.0.conv2", CHANNELS, CHANNELS);
    layer(shapes, "body.1", CHANNELS, CHANNELS);
    layer(shapes, "tail.0.0", 4 * CHANNELS, CHANNELS);
    layer(shapes, "tail.1", 3, CHANNELS);
    return shapes;
  }

  private static void layer(Map<String, long[]> shapes, String name, long out, long in) {
    shapes.put(name + ".weight", new long[] {out, in, 3, 3});
    shapes.put(name + ".bias", new long[] {out});
  }
}
