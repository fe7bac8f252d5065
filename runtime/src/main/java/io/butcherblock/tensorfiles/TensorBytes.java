package io.butcherblock.tensorfiles;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** Copies between tensors and streams, row by row and in small pieces. */
final class TensorBytes {

  private static final int CHUNK = 1 << 16;

  private TensorBytes() {}

  /** Takes pieces of a tensor. */
  @FunctionalInterface
  interface Sink {
    void write(byte[] bytes, int offset, int length) throws IOException;
  }

  /** Gives all bytes of a tensor, contiguous or not, on any device. */
  static void copy(Tensor tensor, Sink to) throws IOException {
    try (Tensor plain = tensor.detach();
        Tensor onHost = plain.cpu();
        Tensor rows = onHost.contiguous();
        Pointer data = rows.data_ptr();
        BytePointer bytes = new BytePointer(data)) {
      byte[] chunk = new byte[CHUNK];
      long left = rows.numel() * rows.element_size();
      for (long at = 0; left > 0; ) {
        int count = (int) Math.min(left, CHUNK);
        bytes.position(at).get(chunk, 0, count);
        to.write(chunk, 0, count);
        at += count;
        left -= count;
      }
    }
  }

  /**
   * A new tensor with the next bytes of a stream.
   *
   * @throws EOFException if there are too few
   */
  static Tensor read(InputStream in, ElementType type, long... shape) throws IOException {
    try (TensorOptions options = new TensorOptions(type.scalarType())) {
      Tensor tensor = torch.empty(shape, options, null);
      try (Pointer data = tensor.data_ptr();
          BytePointer bytes = new BytePointer(data)) {
        long left = tensor.numel() * type.bytes();
        byte[] chunk = new byte[(int) Math.min(left, CHUNK)];
        for (long at = 0; left > 0; ) {
          int count = (int) Math.min(left, CHUNK);
          if (in.readNBytes(chunk, 0, count) < count) {
            throw new EOFException("it ends too early");
          }
          bytes.position(at).put(chunk, 0, count);
          at += count;
          left -= count;
        }
        return tensor;
      } catch (IOException | RuntimeException | Error e) {
        tensor.close();
        throw e;
      }
    }
  }
}
