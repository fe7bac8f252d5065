package io.butcherblock.tensorfiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file as a stream, whatever the channel's position is. */
final class ChannelSlice extends InputStream {

  private final FileChannel channel;
  private final long end;
  private long at;

  ChannelSlice(FileChannel channel, long begin, long length) {
    this.channel = channel;
    this.at = begin;
    this.end = begin + length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, end - at);
    if (wanted <= 0) {
      return length == 0 ? 0 : -1;
    }
    int count = channel.read(ByteBuffer.wrap(into, offset, wanted), at);
    at += Math.max(count, 0);
    return count;
  }
}
