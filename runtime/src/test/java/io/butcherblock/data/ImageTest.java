package io.butcherblock.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ImageTest {

  private static final Image RGB =
      Image.of(2, 2, 3, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, (byte) 200, (byte) 250, (byte) 255});

  @Test
  void samplesAreUnsignedAndInterleaved() {
    assertEquals(6, RGB.sample(1, 0, 2));
    assertEquals(255, RGB.sample(1, 1, 2));
  }

  @Test
  void planesAreChannelsFirst() {
    assertArrayEquals(new float[] {1, 4, 7, 200, 2, 5, 8, 250, 3, 6, 9, 255}, RGB.planes());
    assertEquals(RGB, Image.ofPlanes(2, 2, 3, RGB.planes()));
  }

  @Test
  void planesAreClampedAndRounded() {
    Image image = Image.ofPlanes(5, 1, 1, new float[] {-3, 0.5f, 254.49f, 300, Float.NaN});
    assertArrayEquals(new byte[] {0, 1, (byte) 254, (byte) 255, 0}, image.samples());
  }

  @Test
  void cropTakesAlphaAlong() {
    Image part = RGB.withAlpha(new byte[] {10, 20, 30, 40}).crop(1, 0, 1, 2);
    assertArrayEquals(new byte[] {4, 5, 6, (byte) 200, (byte) 250, (byte) 255}, part.samples());
    assertArrayEquals(new byte[] {20, 40}, part.alpha().orElseThrow());
  }

  @Test
  void cropStaysInside() {
    assertThrows(IllegalArgumentException.class, () -> RGB.crop(1, 0, 2, 2));
  }

  @Test
  void greyIsStacked() {
    Image grey = Image.of(2, 1, 1, new byte[] {7, 9});
    assertArrayEquals(new byte[] {7, 7, 7, 9, 9, 9}, grey.toRgb().samples());
  }

  @Test
  void copiesDoNotReachTheImage() {
    RGB.samples()[0] = 77;
    assertEquals(1, RGB.sample(0, 0, 0));
  }
}
