package io.butcherblock.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyArrayTest {

  @TempDir private Path folder;

  @Test
  void valuesAndShapeAreThoseOfTheFile() throws IOException {
    NpyArray array =
        NpyArray.read(file("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }", 1, 2));
    assertArrayEquals(new float[] {1, 2}, array.values());
    assertArrayEquals(new int[] {2, 1}, array.shape());
    assertArrayEquals(
        new int[] {3},
        NpyArray.read(file("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", 1, 2, 3))
            .shape());
  }

  @Test
  void otherArraysAndFilesAreRefusedByName() throws IOException {
    assertRefused("holds no float32 array in C order", file("{'descr': '<f8', 'shape': (1,)}", 1));
    assertRefused(
        "is not as long as its shape 2, 2 says",
        file("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }", 1));
    assertRefused(
        "is not as long as its shape 99999999999, 1 says",
        file("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 1), }"));
    // 2^64 numbers, which 64 bits count as none.
    assertRefused(
        "is not as long as its shape 65536, 65536, 65536, 65536 says",
        file("{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536, 65536, 65536), }"));
    assertRefused(
        "is no file of NumPy, version 1", Files.writeString(folder.resolve("text"), "some text"));
    assertRefused("no such file", folder.resolve("absent"));
  }

  private static void assertRefused(String why, Path file) {
    String message =
        assertThrows(ButcherblockException.class, () -> NpyArray.read(file)).getMessage();
    assertTrue(message.contains(why) && message.contains(file.toString()), message);
  }

  private Path file(String header, float... values) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + Float.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    for (float value : values) {
      bytes.putFloat(value);
    }
    return Files.write(Files.createTempFile(folder, "array", ".npy"), bytes.array());
  }
}
