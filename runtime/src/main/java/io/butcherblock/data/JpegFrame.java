package io.butcherblock.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;

/** The segments of a JPEG file and the coded data between them, up to the marker EOI. */
final class JpegFrame {

  private static final int EOI = 0xd9;

  private JpegFrame() {}

  static void check(RandomAccessFile in) throws IOException {
    in.seek(2);
    // The stream belongs to the file, which the caller closes.
    InputStream bytes = new BufferedInputStream(Channels.newInputStream(in.getChannel()), 1 << 16);
    DataInputStream data = new DataInputStream(bytes);
    try {
      while (true) {
        int marker = nextMarker(data);
        if (marker == EOI) {
          return;
        }
        data.skipNBytes(data.readUnsignedShort() - 2);
      }
    } catch (EOFException e) {
      throw new EOFException("the file ends before its end marker");
    }
  }

  /** The next marker that is followed by a segment, or EOI; coded data before it is skipped. */
  private static int nextMarker(DataInputStream data) throws IOException {
    while (true) {
      int value = data.readUnsignedByte();
      while (value == 0xff) {
        value = data.readUnsignedByte();
        boolean stuffed = value == 0;
        boolean standsAlone = value == 0x01 || (value >= 0xd0 && value <= 0xd8);
        if (!stuffed && !standsAlone && value != 0xff) {
          return value;
        }
      }
    }
  }
}
