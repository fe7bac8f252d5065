package io.butcherblock.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DetailTest {

  @Test
  void thePartWithTheMostDetailIsEnlarged() {
    byte[] samples = new byte[200 * 150];
    for (int y = 80; y < 140; y++) {
      for (int x = 120; x < 180; x++) {
        samples[y * 200 + x] = (byte) ((x + y) % 2 * 255);
      }
    }
    Detail detail = Detail.of(Picture.of(200, 150, 1, samples));
    assertEquals(64, detail.size());
    assertTrue(Math.abs(detail.x() - 118) <= 8 && Math.abs(detail.y() - 78) <= 8, "" + detail);
  }
}
