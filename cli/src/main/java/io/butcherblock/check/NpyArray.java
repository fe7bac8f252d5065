package io.butcherblock.check;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.RegularFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A float32 array of NumPy, in C order.
 *
 * @param values as they lie in the file
 * @param shape the dimensions, whose product is the number of values
 */
// Arrays in a record: read once and never compared as a whole.
@SuppressWarnings("ArrayRecordComponent")
public record NpyArray(float[] values, int[] shape) {

  private static final Pattern SHAPE = Pattern.compile("'shape': \\((\\d+(?:, \\d+)*),?\\)");
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1};
  private static final int MOST_BYTES = 1 << 30;
  private static final int LENGTH_AT = 8;
  private static final int HEADER_AT = 10;

  /**
   * Reads version 1 of the format.
   *
   * @throws ButcherblockException if the file cannot be read or holds something else
   */
  public static NpyArray read(Path file) {
    try {
      byte[] bytes = RegularFile.bytes(file, MOST_BYTES);
      if (bytes.length < HEADER_AT
          || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
        throw new ButcherblockException(file + " is no file of NumPy, version 1.");
      }
      return parse(file, bytes);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  private static NpyArray parse(Path file, byte[] bytes) {
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.min(content.getShort(LENGTH_AT) & 0xffff, bytes.length - HEADER_AT);
    String header = new String(bytes, HEADER_AT, length, StandardCharsets.US_ASCII);
    Matcher shape = SHAPE.matcher(header);
    if (!header.contains("'<f4'") || !header.contains("'fortran_order': False") || !shape.find()) {
      throw new ButcherblockException(file + " holds no float32 array in C order.");
    }
    content.position(HEADER_AT + length);
    float[] values = new float[content.remaining() / Float.BYTES];
    content.asFloatBuffer().get(values);
    try {
      int[] dimensions =
          Pattern.compile(", ").splitAsStream(shape.group(1)).mapToInt(Integer::parseInt).toArray();
      if (Arrays.stream(dimensions).reduce(1, Math::multiplyExact) == values.length) {
        return new NpyArray(values, dimensions);
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // Longer than any file: told below.
    }
    throw new ButcherblockException(
        file + " is not as long as its shape " + shape.group(1) + " says.");
  }
}
