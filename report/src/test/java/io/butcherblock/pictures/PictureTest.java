package io.butcherblock.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void picturesKeepTheirSamples() {
    byte[] rgb = {1, 2, 3, (byte) 200, (byte) 255, 0};
    Picture picture = Picture.of(2, 1, 3, rgb);
    int[] pixels = picture.pixels().getPixels(0, 0, 2, 1, (int[]) null);
    assertArrayEquals(new int[] {1, 2, 3, 200, 255, 0}, pixels);
    assertThrows(IllegalArgumentException.class, () -> Picture.of(1, 1, 2, new byte[2]));
  }
}
