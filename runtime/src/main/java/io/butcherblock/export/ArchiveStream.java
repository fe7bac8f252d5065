package io.butcherblock.export;

import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.ArchiveWriter;

/** Takes what the library serialises to a stream of Java. */
final class ArchiveStream extends ArchiveWriter {

  private static final int CHUNK = 1 << 16;

  private final OutputStream out;
  private IOException failure;

  /** A stream that stays the caller's. */
  ArchiveStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public long call(Pointer buffer, long length) {
    // Nothing may be thrown through native code: the first failure is kept, and the rest passed
    // over.
    if (failure == null) {
      try {
        copy(new BytePointer(buffer), length);
      } catch (IOException e) {
        failure = e;
      }
    }
    return length;
  }

  private void copy(BytePointer bytes, long length) throws IOException {
    byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
    for (long done = 0; done < length; done += chunk.length) {
      int count = (int) Math.min(chunk.length, length - done);
      bytes.position(done).get(chunk, 0, count);
      out.write(chunk, 0, count);
    }
  }

  /** Throws what went wrong while writing. */
  public void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }
}
