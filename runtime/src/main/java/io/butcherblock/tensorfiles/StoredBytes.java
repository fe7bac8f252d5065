package io.butcherblock.tensorfiles;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A run of bytes in a file.
 *
 * @param begin its first byte
 * @param stored how many bytes it takes there
 * @param size how many bytes it has, which are more if it is deflated
 */
record StoredBytes(long begin, long stored, long size, boolean deflated) {

  static StoredBytes plain(long begin, long size) {
    return new StoredBytes(begin, size, size, false);
  }

  /** Reads them; the channel stays the caller's. */
  InputStream open(FileChannel channel) {
    InputStream slice = new BufferedInputStream(new ChannelSlice(channel, begin, stored), 1 << 16);
    return deflated ? new Inflating(slice) : slice;
  }

  /** Releases its tables when it is closed, which the library does for its own only. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream in) {
      super(in, new Inflater(true), 1 << 12);
    }

    @Override
    public void close() throws java.io.IOException {
      inf.end();
      super.close();
    }
  }
}
