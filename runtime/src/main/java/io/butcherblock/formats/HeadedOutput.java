package io.butcherblock.formats;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/**
 * Output whose first bytes are changed on the way, such as a header to which something is added.
 */
public final class HeadedOutput extends FilterOutputStream {

  private final byte[] head;
  private final UnaryOperator<byte[]> change;
  private int filled;

  /**
   * @param length how many bytes are changed; output that is shorter goes on as it is
   * @param change from these bytes to others, of any number
   */
  public HeadedOutput(OutputStream out, int length, UnaryOperator<byte[]> change) {
    super(out);
    head = new byte[length];
    this.change = change;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int missing = Math.min(length, head.length - filled);
    if (missing > 0) {
      System.arraycopy(bytes, offset, head, filled, missing);
      filled += missing;
      if (filled == head.length) {
        out.write(change.apply(head));
      }
    }
    out.write(bytes, offset + missing, length - missing);
  }

  @Override
  public void flush() throws IOException {
    if (filled == 0 || filled == head.length) {
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (filled < head.length) {
      out.write(head, 0, filled);
    }
    super.close();
  }
}
