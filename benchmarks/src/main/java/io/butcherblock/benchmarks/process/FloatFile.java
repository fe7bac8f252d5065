package io.butcherblock.benchmarks.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Numbers on disk: float32, little-endian, and nothing else. */
public final class FloatFile {

  private FloatFile() {}

  /** Writes arrays one behind the other. */
  public static void write(Path file, List<float[]> arrays) throws IOException {
    int count = arrays.stream().mapToInt(array -> array.length).sum();
    byte[] content = new byte[Math.multiplyExact(count, Float.BYTES)];
    ByteBuffer bytes = buffer(content);
    for (float[] array : arrays) {
      for (float value : array) {
        bytes.putFloat(value);
      }
    }
    Files.write(file, content);
  }

  public static float[] read(Path file) throws IOException {
    ByteBuffer bytes = buffer(Files.readAllBytes(file));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
