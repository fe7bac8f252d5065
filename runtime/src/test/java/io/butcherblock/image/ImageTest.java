package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {

  private static final Image RGB =
      Image.of(2, 2, 3, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, (byte) 200, (byte) 250, (byte) 255});

  @Test
  void samplesAreUnsignedAndInterleaved() {
    assertEquals(6, RGB.sample(1, 0, 2));
    assertEquals(255, RGB.sample(1, 1, 2));
  }

  /** 65536 x 65536 is 0 and 2 x 1431655766 is -1431655764 in 32 bits. */
  @Test
  void sizesThatNoArrayHoldsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Image.of(65536, 65536, 1, new byte[0]));
    assertThrows(
        IllegalArgumentException.class, () -> Image.of(2, 1431655766, 3, new byte[] {1, 2, 3}));
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

  /** The right values are what Java itself says of each pixel. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_USHORT_555_RGB,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void everyKindOfBufferedImageIsReadAsJavaReadsIt(int type) {
    BufferedImage pixels = painted(type);
    int[] before = pixels.getRGB(0, 0, 5, 4, null, 0, 5);
    // A part of a larger image, whose samples begin elsewhere.
    for (BufferedImage each : List.of(pixels, pixels.getSubimage(1, 1, 3, 2))) {
      Image image = Image.of(each);
      for (int y = 0; y < each.getHeight(); y++) {
        for (int x = 0; x < each.getWidth(); x++) {
          assertEquals(each.getRGB(x, y) >> 16 & 0xff, image.sample(x, y, 0), 1);
          assertEquals(each.getRGB(x, y) >> 8 & 0xff, image.sample(x, y, 1), 1);
          assertEquals(each.getRGB(x, y) & 0xff, image.sample(x, y, 2), 1);
        }
      }
    }
    assertArrayEquals(before, pixels.getRGB(0, 0, 5, 4, null, 0, 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_INT_ARGB_PRE, BufferedImage.TYPE_4BYTE_ABGR_PRE})
  void colorsThatWereMultipliedByAlphaAreDividedByItAndTheImageIsLeftAlone(int type) {
    BufferedImage pixels = new BufferedImage(1, 1, type);
    pixels.setRGB(0, 0, 0x80402010);
    int before = pixels.getRaster().getSample(0, 0, 0);
    Image image = Image.of(pixels);
    assertEquals(0x40, image.sample(0, 0, 0), 1);
    assertEquals(0x80, image.alpha().orElseThrow()[0] & 0xff);
    assertEquals(before, pixels.getRaster().getSample(0, 0, 0));
    assertTrue(pixels.isAlphaPremultiplied());
  }

  @Test
  void greyStaysGreyAndRoundTripsKeepEverySample() {
    for (int channels : new int[] {1, 3}) {
      Image image = TestImages.random(7, 5, channels, 3);
      assertEquals(image, Image.of(image.toBufferedImage()));
    }
    Image alpha = TestImages.withAlpha(TestImages.random(7, 5, 3, 3), 4);
    assertEquals(alpha, Image.of(alpha.toBufferedImage()));
    BufferedImage grey16 = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    grey16.getRaster().setSample(1, 0, 0, 0x8080);
    assertEquals(0x8080, Image.of(grey16).sample(1, 0, 0));
    assertEquals(0x80, Image.of(grey16).samples()[1] & 0xff);
    assertEquals(1, Image.of(grey16).channels());
  }

  /** Java takes grey samples for linear and those of a palette of greys for sRGB. */
  @Test
  void whatWasMadeOfAnImageLooksLikeItInItsColors() {
    ColorModel greyAndAlpha =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_BYTE);
    BufferedImage transparent =
        new BufferedImage(
            greyAndAlpha, greyAndAlpha.createCompatibleWritableRaster(4, 3), false, null);
    byte[] greys = {20, 100, (byte) 199, (byte) 250};
    BufferedImage palette =
        new BufferedImage(
            4, 3, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 4, greys, greys, greys));
    BufferedImage grey = new BufferedImage(4, 3, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage deep = new BufferedImage(4, 3, BufferedImage.TYPE_USHORT_GRAY);
    for (int x = 0; x < 4; x++) {
      for (int y = 0; y < 3; y++) {
        transparent.getRaster().setPixel(x, y, new int[] {60 * x + 19, 80 * y + 90});
        palette.getRaster().setSample(x, y, 0, (x + y) % 4);
        grey.getRaster().setSample(x, y, 0, 60 * x + y);
        deep.getRaster().setSample(x, y, 0, 15_000 * x + 999 * y);
      }
    }
    for (BufferedImage pixels :
        List.of(transparent, palette, grey, deep, painted(BufferedImage.TYPE_INT_ARGB))) {
      Image image = Image.of(pixels);
      BufferedImage copy = image.toBufferedImage(pixels.getColorModel().getColorSpace());
      assertArrayEquals(
          pixels.getRGB(0, 0, pixels.getWidth(), pixels.getHeight(), null, 0, pixels.getWidth()),
          copy.getRGB(0, 0, pixels.getWidth(), pixels.getHeight(), null, 0, pixels.getWidth()),
          pixels::toString);
    }
    assertEquals(
        2,
        Image.of(transparent)
            .toBufferedImage(transparent.getColorModel().getColorSpace())
            .getRaster()
            .getNumBands());
  }

  /** More samples than an array has; the pixels themselves are of one bit. */
  @Test
  void anImageOfTooManySamplesIsRefused() {
    byte[] dark = {0, 10};
    BufferedImage wide =
        new BufferedImage(
            40_000,
            20_000,
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(1, 2, dark, dark, new byte[] {90, 91}));
    assertEquals(
        "An image of 40000 x 20000 pixels has more samples than one image here may have; cut it"
            + " into parts.",
        assertThrows(ButcherblockException.class, () -> Image.of(wide)).getMessage());
  }

  /** Of 16 bits, grey in the JDK's type, colors and alpha in one of their own. */
  @Test
  void sixteenBitsStaySixteen() {
    for (int channels : new int[] {1, 3}) {
      Image image = TestImages.random16(7, 5, channels, 3);
      assertEquals(16, image.bits());
      assertEquals(image, Image.of(image.toBufferedImage()));
      assertEquals(
          channels == 1 ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_CUSTOM,
          image.toBufferedImage().getType());
      assertEquals(image.crop(1, 2, 3, 2), Image.of(image.crop(1, 2, 3, 2).toBufferedImage()));
    }
    Image alpha =
        TestImages.random16(7, 5, 3, 3).withAlpha(TestImages.random16(7, 5, 1, 4).samples16());
    BufferedImage made = alpha.toBufferedImage();
    assertEquals(alpha, Image.of(made));
    assertEquals(16, made.getColorModel().getComponentSize(3));
    assertEquals("7 x 5 16-bit RGBA", alpha.toString());
    assertEquals(
        alpha.alphaImage(),
        Symmetry.ROTATE_180.apply(Symmetry.ROTATE_180.apply(alpha)).alphaImage());
  }

  @Test
  void bothDepthsAreTheSameColors() {
    short[] samples = {0, 128, 129, 257, (short) 65_535, (short) 65_406};
    Image deep = Image.of(3, 2, 1, samples);
    assertArrayEquals(new byte[] {0, 0, 1, 1, (byte) 255, (byte) 254}, deep.to8Bits().samples());
    assertArrayEquals(deep.to8Bits().samples(), deep.samples());
    assertEquals(129 / 257f, deep.planes()[2]);
    assertEquals(
        65_535, deep.withAlpha(new byte[] {0, 1, 2, 3, 4, -1}).alpha16().orElseThrow()[5] & 0xffff);
    assertEquals(257, deep.to8Bits().samples16()[3]);
    assertArrayEquals(samples, deep.samples16());
    assertEquals(deep, Image.of(3, 2, 1, deep.samples16()));
    assertNotEquals(deep, deep.to8Bits());
  }

  private static BufferedImage painted(int type) {
    BufferedImage image = new BufferedImage(5, 4, type);
    int[] colors = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff, 0xff000000, 0xff996633};
    for (int i = 0; i < 20; i++) {
      image.setRGB(i % 5, i / 5, colors[i % colors.length]);
    }
    return image;
  }

  /** A picture in another space of colors comes back in it, with the samples as they are. */
  @Test
  void anotherSpaceOfColorsIsKept() {
    ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
    Image image = TestImages.random(5, 4, 3, 1);
    BufferedImage made = image.toBufferedImage(linear);
    assertEquals(linear, made.getColorModel().getColorSpace());
    assertEquals(image, Image.of(made));
    Image translucent = TestImages.withAlpha(image, 2);
    assertEquals(translucent, Image.of(translucent.toBufferedImage(linear)));
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    assertEquals(BufferedImage.TYPE_3BYTE_BGR, image.toBufferedImage(srgb).getType());
    Image grey = TestImages.random(5, 4, 1, 1);
    assertEquals(BufferedImage.TYPE_BYTE_GRAY, grey.toBufferedImage(linear).getType());
  }

  /** What ImageIO makes of a file that is no image. */
  @Test
  void noImageIsTold() throws IOException {
    BufferedImage none = ImageIO.read(new ByteArrayInputStream(new byte[] {'n', 'o', 't', 'e'}));
    String said = assertThrows(NullPointerException.class, () -> Image.of(none)).getMessage();
    assertTrue(said.contains("ImageIO.read returns null"), said);
  }
}
