package io.butcherblock.tensorfiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.nn.Tensors;
import io.butcherblock.pickle.PickleWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads files that PyTorch 1.13 wrote; make_fixtures.py in their folder says how. */
class TorchFileTest {

  @TempDir private Path folder;

  static Path fixture(String name) throws URISyntaxException {
    return Path.of(TorchFileTest.class.getResource(name).toURI());
  }

  static TensorFile read(Path file) {
    return TorchFile.read(file, WeightsFormat.of(file), "head.0.weight"::equals);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state.pt", "state.zip.pt"})
  void everyElementTypeAndViewIsRead(String name) throws URISyntaxException {
    try (TensorFile file = read(fixture(name))) {
      assertEquals(
          List.of(
              "weight",
              "transposed",
              "tail",
              "half",
              "brain",
              "double",
              "long",
              "scalar",
              "empty",
              "parameter"),
          new ArrayList<>(file.names()));
      assertTensor(file, "weight", ElementType.F32, List.of(2L, 3L), 0, 1, 2, 3, 4, 5);
      assertTensor(file, "transposed", ElementType.F32, List.of(3L, 2L), 0, 3, 1, 4, 2, 5);
      assertTensor(file, "tail", ElementType.F32, List.of(2L), 4, 5);
      assertTensor(file, "half", ElementType.F16, List.of(2L), 1.5, -2);
      assertTensor(file, "brain", ElementType.BF16, List.of(2L), 1.5, -3);
      assertTensor(file, "double", ElementType.F64, List.of(1L, 1L), 0.1);
      assertTensor(file, "long", ElementType.I64, List.of(2L), -7, 1L << 40);
      assertTensor(file, "scalar", ElementType.F32, List.of(), 2.5);
      assertTensor(file, "empty", ElementType.F32, List.of(0L, 4L));
      assertTensor(file, "parameter", ElementType.F32, List.of(2L), 1, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nested.pt", "nested.zip.pt"})
  void theStateDictOfACheckpointIsFound(String name) throws URISyntaxException {
    try (TensorFile file = read(fixture(name))) {
      assertEquals(List.of("weight"), new ArrayList<>(file.names()));
      assertTensor(file, "weight", ElementType.F32, List.of(2L, 3L), 0, 1, 2, 3, 4, 5);
    }
  }

  @Test
  void deflatedEntriesAreRead() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("data.pkl", TorchBytes.dict("FloatStorage", 3, 1, List.of(2L), List.of(1L)));
    entries.put("data/0", floats(1, 2, 3));
    entries.put("byteorder", TorchBytes.latin1("little"));
    Path file = Files.write(folder.resolve("deflated.pt"), TorchBytes.zip(entries));
    try (TensorFile read = read(file)) {
      assertTensor(read, "a", ElementType.F32, List.of(2L), 2, 3);
    }
  }

  /** PyTorch before 1.0 wrote a part of a storage as a view with a place of its own. */
  @Test
  void partsOfStoragesAreRead() throws IOException {
    PickleWriter pickle = new PickleWriter().orderedDict().begin().text("a");
    pickle.global("torch._utils", "_rebuild_tensor").begin().begin();
    pickle.text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(5);
    pickle.begin().text("17").number(2).number(3).tuple();
    pickle.tuple().persistent().number(1).tuple(List.of(2L)).tuple(List.of(1L)).tuple().call();
    byte[] object = pickle.putAll().toBytes();
    Path file =
        Files.write(
            folder.resolve("part.pt"), TorchBytes.stream(object, 5, floats(10, 11, 12, 13, 14)));
    try (TensorFile read = read(file)) {
      assertTensor(read, "a", ElementType.F32, List.of(2L), 13, 14);
    }
  }

  @Test
  void readingKeepsNoMemory() throws URISyntaxException {
    Path file = fixture("state.pt");
    long before = Pointer.totalCount();
    for (int i = 0; i < 20; i++) {
      read(file).close();
      assertTrue(Pointer.totalCount() <= before, "native objects left in round " + i);
    }
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  private static void assertTensor(
      TensorFile file, String name, ElementType type, List<Long> shape, double... values) {
    assertEquals(type, file.type(name), name);
    assertEquals(shape, file.shape(name), name);
    try (PointerScope scope = new PointerScope()) {
      Tensor tensor = file.tensor(name);
      assertEquals(type.scalarType(), tensor.scalar_type().intern(), name);
      assertEquals(values.length, tensor.numel(), name);
      if (values.length == 0) {
        return;
      }
      float[] expected = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        expected[i] = (float) values[i];
      }
      assertArrayEquals(expected, Tensors.toArray(tensor.to(ScalarType.Float)), name);
    }
  }
}
