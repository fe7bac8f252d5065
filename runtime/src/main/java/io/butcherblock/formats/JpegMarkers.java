package io.butcherblock.formats;

import java.io.DataInput;
import java.io.IOException;

/** Where the segments of a JPEG file begin (ITU-T T.81, B.1.1.2). */
final class JpegMarkers {

  static final int EOI = 0xffd9;
  static final int SOS = 0xffda;

  private JpegMarkers() {}

  /**
   * Reads up to the next marker that a segment follows, or EOI. What is none is skipped, as
   * decoders do: coded data, stuffed zeros, fill bytes, and markers that stand alone.
   *
   * @param in is then behind the marker
   * @param most how many bytes may be skipped before it
   * @return the marker, 0xff02 to 0xfffe
   * @throws java.io.EOFException if the file ends before it
   * @throws IOException if more bytes than {@code most} are none
   */
  static int next(DataInput in, long most) throws IOException {
    for (long skipped = 0; skipped < most; skipped++) {
      int value = in.readUnsignedByte();
      if (value == 0xff) {
        while (value == 0xff) { // fill bytes
          value = in.readUnsignedByte();
        }
        boolean isStuffed = value == 0;
        boolean standsAlone = value == 0x01 || (value >= 0xd0 && value <= 0xd8);
        if (!isStuffed && !standsAlone) {
          return 0xff00 | value;
        }
      }
    }
    throw new IOException("between two of its segments is much that is none");
  }
}
