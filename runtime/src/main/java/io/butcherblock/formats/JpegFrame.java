package io.butcherblock.formats;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;

/** The segments of a JPEG file and the coded data between them, up to the marker EOI. */
final class JpegFrame {

  /** Coders of progressive images write about ten; 64 frequencies of 4 components could be more. */
  private static final int MANY_SCANS = 100;

  /**
   * Pixels of all scans together that are fine whatever their number; a decoder goes over some
   * billions in a second, even if their scans have no data.
   */
  private static final double FEW_PIXELS = 5e9;

  private JpegFrame() {}

  static void check(RandomAccessFile in) throws IOException {
    in.seek(2);
    // The stream belongs to the file, which the caller closes.
    InputStream bytes = new BufferedInputStream(Channels.newInputStream(in.getChannel()), 1 << 16);
    DataInputStream data = new DataInputStream(bytes);
    try {
      check(data);
    } catch (EOFException e) {
      throw new EOFException("the file ends before its end marker");
    }
  }

  private static void check(DataInputStream data) throws IOException {
    double pixels = 0;
    int scans = 0;
    int marker;
    while ((marker = JpegMarkers.next(data, Long.MAX_VALUE)) != JpegMarkers.EOI) {
      int length = data.readUnsignedShort() - 2;
      if (JpegSegments.isFrame(marker) && length >= 5) {
        data.readUnsignedByte();
        pixels = (double) data.readUnsignedShort() * data.readUnsignedShort();
        length -= 5;
      }
      scans += marker == JpegMarkers.SOS ? 1 : 0;
      if (scans > MANY_SCANS && scans * pixels > FEW_PIXELS) {
        throw new IOException("it has more scans than any coder writes, " + scans + " or more");
      }
      data.skipNBytes(length);
    }
  }
}
