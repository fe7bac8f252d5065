package io.butcherblock.benchmarks.network;

import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.Tensors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Weights on disk for those who must not load our native library: it does not fit into one process
 * with another copy of PyTorch.
 */
public final class NamedArrays {

  private NamedArrays() {}

  /**
   * Numbers with their shape.
   *
   * @param values in row-major order of {@code shape}
   */
  // Handed on once and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Shaped(long[] shape, float[] values) {}

  /** Copies the weights of a network. */
  public static Map<String, Shaped> of(Parameters parameters) {
    Map<String, Shaped> arrays = new LinkedHashMap<>();
    parameters
        .byName()
        .forEach(
            (name, tensor) ->
                arrays.put(name, new Shaped(tensor.shape(), Tensors.toArray(tensor))));
    return arrays;
  }

  static void write(Path file, Map<String, Shaped> arrays) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(arrays.size());
      for (Map.Entry<String, Shaped> array : arrays.entrySet()) {
        out.writeUTF(array.getKey());
        out.writeInt(array.getValue().shape().length);
        for (long length : array.getValue().shape()) {
          out.writeLong(length);
        }
        out.writeInt(array.getValue().values().length);
        for (float value : array.getValue().values()) {
          out.writeFloat(value);
        }
      }
    }
  }

  public static Map<String, Shaped> read(Path file) throws IOException {
    Map<String, Shaped> arrays = new LinkedHashMap<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = in.readInt();
      for (int i = 0; i < count; i++) {
        String name = in.readUTF();
        long[] shape = new long[in.readInt()];
        for (int axis = 0; axis < shape.length; axis++) {
          shape[axis] = in.readLong();
        }
        float[] values = new float[in.readInt()];
        for (int k = 0; k < values.length; k++) {
          values[k] = in.readFloat();
        }
        arrays.put(name, new Shaped(shape, values));
      }
    }
    return arrays;
  }
}
