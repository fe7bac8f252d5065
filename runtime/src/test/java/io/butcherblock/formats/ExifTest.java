package io.butcherblock.formats;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExifTest {

  /** Of a picture on its side, whose fractions are to be exchanged. */
  @Test
  void theSmallPictureGoesAlsoWhereAFractionStandsOutsideTheBlock() {
    ByteBuffer all = ByteBuffer.allocate(110);
    all.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 3);
    entry(all, 0x112, 3, 6 << 16);
    entry(all, 282, 5, 90);
    entry(all, 283, 5, 5000);
    all.putInt(50).putShort((short) 2);
    entry(all, 0x201, 4, 98);
    entry(all, 0x202, 4, 9);
    all.putInt(0);
    all.put(98, "thumbnail".getBytes(StandardCharsets.US_ASCII));
    byte[] upright = Exif.of(all.array()).orElseThrow().ofUpright(20, 10);
    assertFalse(new String(upright, StandardCharsets.US_ASCII).contains("thumbnail"));
  }

  private static void entry(ByteBuffer all, int tag, int type, int value) {
    all.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
  }
}
