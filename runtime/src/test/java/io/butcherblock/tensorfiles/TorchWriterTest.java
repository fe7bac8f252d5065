package io.butcherblock.tensorfiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written are read again, by this library and by others. */
class TorchWriterTest {

  private static final List<ElementType> TYPES = List.of(ElementType.values());

  @TempDir private Path folder;

  @RepeatedTest(20)
  void whatIsWrittenIsReadBitForBit(RepetitionInfo repetition) throws IOException {
    SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
    Path file = folder.resolve("random.pt");
    try (PointerScope scope = new PointerScope()) {
      Map<String, Tensor> written = new LinkedHashMap<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        written.put("tensor." + i + (i % 2 == 0 ? ".ü" : ""), tensor(random));
      }
      TorchWriter.write(file, written);
      try (TensorFile read = TorchFileTest.read(file)) {
        assertEquals(new ArrayList<>(written.keySet()), new ArrayList<>(read.names()));
        written.forEach((name, tensor) -> assertSame(tensor, read.tensor(name)));
      }
      byte[] first = Files.readAllBytes(file);
      TorchWriter.write(file, written);
      assertArrayEquals(first, Files.readAllBytes(file));
    }
  }

  /** Any type and shape, now and then transposed, with numbers that are none among the values. */
  private static Tensor tensor(SplittableRandom random) {
    long[] shape = random.longs(random.nextInt(5), 0, 7).toArray();
    ElementType type = TYPES.get(random.nextInt(TYPES.size()));
    Tensor tensor = torch.randn(shape).mul(Tensor.create(100f));
    if (type != ElementType.I64 && random.nextInt(4) == 0) {
      tensor = tensor.div(Tensor.create(0f));
    }
    tensor = tensor.to(type.scalarType());
    return shape.length > 1 && random.nextBoolean() ? tensor.transpose(0, 1) : tensor;
  }

  private static void assertSame(Tensor expected, Tensor actual) {
    assertArrayEquals(expected.shape(), actual.shape());
    assertEquals(expected.scalar_type().intern(), actual.scalar_type().intern());
    List<Byte> bytes = new ArrayList<>();
    List<Byte> others = new ArrayList<>();
    try {
      TensorBytes.copy(expected, (chunk, offset, length) -> add(bytes, chunk, length));
      TensorBytes.copy(actual, (chunk, offset, length) -> add(others, chunk, length));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertEquals(bytes, others);
  }

  private static void add(List<Byte> to, byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      to.add(chunk[i]);
    }
  }

  /** Another reader's view of the format: Java's own. */
  @Test
  void theZipFileIsSoundAndItsStoragesAreAligned() throws IOException {
    Path file = folder.resolve("x.pt");
    try (Tensor one = Tensor.create(1f, 2f);
        Tensor two = Tensor.create(3.0)) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      tensors.put("one", one);
      tensors.put("two", two);
      TorchWriter.write(file, tensors);
    }
    byte[] bytes = Files.readAllBytes(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertEquals(
          List.of("data.pkl", "byteorder", "data/0", "data/1", "version"),
          zip.stream().map(each -> each.getName().replace("archive/", "")).toList());
      ZipEntry second = zip.getEntry("archive/data/1");
      byte[] stored = zip.getInputStream(second).readAllBytes();
      assertEquals(3.0, ByteBuffer.wrap(reverse(stored)).getDouble());
    }
    byte[] floats = TorchFileTest.floats(1, 2);
    assertTrue(
        IntStream.iterate(0, at -> at + 64 < bytes.length, at -> at + 64)
            .anyMatch(at -> Arrays.equals(Arrays.copyOfRange(bytes, at, at + 8), floats)));
  }

  private static byte[] reverse(byte... bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
