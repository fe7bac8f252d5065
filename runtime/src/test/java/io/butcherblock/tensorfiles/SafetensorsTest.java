package io.butcherblock.tensorfiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void everyElementTypeComesBackBitForBit(ElementType type) {
    Path file = folder.resolve("one.safetensors");
    try (PointerScope scope = new PointerScope()) {
      Tensor written = torch.randn(3, 1, 5).mul(Tensor.create(100f)).to(type.scalarType());
      Safetensors.write(file, Map.of("a", written), Map.of());
      try (TensorFile read = Safetensors.read(file)) {
        assertEquals(type, read.type("a"));
        assertEquals(List.of(3L, 1L, 5L), read.shape("a"));
        assertTrue(read.tensor("a").equal(written));
      }
      assertSame(scope, PointerScope.getInnerScope());
    }
  }

  @Test
  void scalarsEmptyTensorsAndTransposedOnesComeBack() {
    Path file = folder.resolve("odd.safetensors");
    try (Tensor scalar = torch.randn(new long[0]);
        Tensor empty = torch.empty(0, 4);
        Tensor square = torch.randn(2, 3);
        Tensor transposed = square.t();
        TensorFile read = writeAndRead(file, Map.of("s", scalar, "e", empty, "t", transposed))) {
      assertEquals(List.of(), read.shape("s"));
      assertEquals(List.of(0L, 4L), read.shape("e"));
      assertTrue(read.tensor("s").equal(scalar));
      assertTrue(read.tensor("t").equal(transposed));
    }
  }

  private static TensorFile writeAndRead(Path file, Map<String, Tensor> tensors) {
    Safetensors.write(file, tensors, Map.of());
    return Safetensors.read(file);
  }

  @Test
  void aTensorLargerThanTheCopyingBufferComesBack() {
    Path file = folder.resolve("large.safetensors");
    try (Tensor large = torch.randn(700, 1001);
        TensorFile read = writeAndRead(file, Map.of("large", large))) {
      assertTrue(read.tensor("large").equal(large));
    }
  }

  @Test
  void sameContentGivesSameBytesInAnyOrder() throws IOException {
    Path first = folder.resolve("1");
    Path second = folder.resolve("2");
    try (Tensor a = Tensor.create(1f, 2f);
        Tensor b = Tensor.create(3.0)) {
      Map<String, Tensor> ab = new LinkedHashMap<>();
      ab.put("a", a);
      ab.put("b", b);
      Map<String, Tensor> ba = new LinkedHashMap<>();
      ba.put("b", b);
      ba.put("a", a);
      Safetensors.write(first, ab, Map.of("x", "1", "y", "2", "z", "3"));
      Safetensors.write(second, ba, Map.of("z", "3", "y", "2", "x", "1"));
    }
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    // Written out, so that another reader's view of the format is in the test too.
    String json =
        "{\"__metadata__\":{\"x\":\"1\",\"y\":\"2\",\"z\":\"3\"},"
            + "\"b\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}";
    ByteBuffer expected = ByteBuffer.allocate(8 + 152 + 16).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(149, json.length());
    expected.putLong(152).put((json + " ".repeat(3)).getBytes(StandardCharsets.US_ASCII));
    expected.putDouble(3.0).putFloat(1f).putFloat(2f);
    assertArrayEquals(expected.array(), Files.readAllBytes(first));
  }

  @Test
  void metadataIsReadWithOddCharacters() {
    Path file = folder.resolve("meta.safetensors");
    Map<String, String> metadata = Map.of("network", "näme \"quoted\"\n", "scale", "2");
    Safetensors.write(file, Map.of(), metadata);
    assertEquals(metadata, Safetensors.metadata(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|8|belong to none",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}|4|cut off",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}|4|does not agree",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|8|leave a gap",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}|4|does not agree",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}|4|whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}|4|whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[9e99],\"data_offsets\":[0,4]}}|4|whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}|4|overlap",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}|0|too"
            + " large",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387905],\"data_offsets\":[0,4]}}|4|too"
            + " large",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,4611686018427387904,4611686018427387904],\"data_offsets\":[0,0]}}|0|too"
            + " large",
        "{\"a\":{\"dtype\":\"F4\",\"shape\":[1],\"data_offsets\":[0,4]}}|4|element type F4",
        "{\"a\":{\"dtype\":7,\"shape\":[1],\"data_offsets\":[0,4]}}|4|element type 7",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}|4|two numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1],\"data_offsets\":[0,4]}}|4|17"
            + " dimensions",
        "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}|4|not a list",
        "{\"a\":{},\"a\":{}}|0|not valid JSON",
        "{\"a\":null}|0|not a list",
        "{\"__metadata__\":{\"a\":1}}|0|not text",
        "[]|0|not a JSON object",
        "{} {}|0|not valid JSON",
        "{|0|too short",
        "{{|0|not valid JSON",
      })
  void unsoundHeadersAreToldInOneSentence(String json, int dataBytes, String why)
      throws IOException {
    assertOneSentence(write(json.length(), json, dataBytes), why);
  }

  @ParameterizedTest
  @CsvSource({"-1", "1", "1000", "9223372036854775807", "1152921504606846976"})
  void aWrongHeaderLengthIsToldInOneSentence(long length) throws IOException {
    assertOneSentence(write(length, "{}          ", 4), "header would have");
  }

  @Test
  void deeplyNestedHeadersDoNotOverflowTheStack() throws IOException {
    String nested = "{\"a\":" + "[".repeat(200_000);
    assertOneSentence(write(nested.length(), nested, 0), "not valid JSON");
  }

  @Test
  void everyTruncationIsToldInOneSentence() throws IOException {
    Path file = folder.resolve("whole.safetensors");
    try (Tensor a = torch.randn(3, 3)) {
      Safetensors.write(file, Map.of("a", a), Map.of("network", "oisr"));
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertOneSentence(file, "valid safetensors");
    }
  }

  @Test
  void missingFilesAndFoldersAreToldInOneSentence() {
    assertOneSentence(folder.resolve("none.safetensors"), "no such file");
    assertOneSentence(folder, "Cannot read");
  }

  @Test
  void readingAndWritingKeepsNoMemory() {
    Path file = folder.resolve("memory.safetensors");
    try (Tensor tensor = torch.randn(1 << 18)) {
      long bytes = 0;
      long objects = Pointer.totalCount();
      for (int round = 0; round < 200; round++) {
        Safetensors.write(file, Map.of("t", tensor), Map.of());
        try (TensorFile read = Safetensors.read(file)) {
          assertEquals(1 << 18, read.tensor("t").numel());
        }
        // Asked in each round: what is left over here the garbage collector may release later.
        assertTrue(Pointer.totalCount() <= objects, "native objects left in round " + round);
        if (round == 50) {
          bytes = Pointer.physicalBytes();
        }
      }
      // 150 rounds of 1 MB: a leak would show as 150 MB.
      long grown = Pointer.physicalBytes() - bytes;
      assertTrue(grown < 64 << 20, "grew by " + grown + " bytes");
    }
  }

  @Test
  void tensorsOutliveTheScopeInWhichTheyWereRead() {
    Path file = folder.resolve("scope.safetensors");
    try (Tensor tensor = Tensor.create(1f, 2f)) {
      Safetensors.write(file, Map.of("t", tensor), Map.of());
    }
    TensorFile read;
    try (PointerScope scope = new PointerScope()) {
      read = Safetensors.read(file);
      assertEquals(ScalarType.Float, read.tensor("t").scalar_type().intern());
      assertSame(scope, PointerScope.getInnerScope());
    }
    try (read;
        Tensor second = read.tensor("t").select(0, 1)) {
      assertEquals(2f, second.item_float());
    }
  }

  private Path write(long length, String json, int dataBytes) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(text);
    return Files.write(folder.resolve("hostile.safetensors"), bytes.array());
  }

  private static void assertOneSentence(Path file, String why) {
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> Safetensors.read(file).close());
    assertTrue(error.getMessage().contains(why), error.getMessage());
    assertTrue(error.getMessage().contains(file.toString()), error.getMessage());
    assertTrue(error.getMessage().endsWith("."), error.getMessage());
    assertEquals(1, error.getMessage().lines().count());
  }
}
