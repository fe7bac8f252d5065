package io.butcherblock.image;

import static io.butcherblock.image.PngFiles.chunk;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.Exif;
import io.butcherblock.formats.Resolution;
import java.awt.color.ICC_ColorSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageMetadataTest {

  private static final Image IMAGE = TestImages.random(20, 10, 3, 1);

  @TempDir Path folder;

  /** Display P3, EXIF and 300 dpi, from JPEG and through PNG, which both hold all of it. */
  @ParameterizedTest
  @CsvSource({"png, jpg", "jpg, png", "png, png", "jpg, jpg"})
  void profileExifAndResolutionAreKept(String first, String second) throws IOException {
    Path source = ForeignPicturesTest.folder().resolve("display-p3.jpg");
    Path one = folder.resolve("one." + first);
    Path two = folder.resolve("two." + second);
    ImageFiles.write(IMAGE, one, Optional.empty(), ImageFiles.metadata(source));
    ImageFiles.write(IMAGE, two, Optional.of("digest"), ImageFiles.metadata(one));
    ImageMetadata kept = ImageFiles.metadata(two);
    ImageMetadata original = ImageFiles.metadata(source);
    assertArrayEquals(
        original.profile().orElseThrow().bytes(), kept.profile().orElseThrow().bytes());
    assertEquals(Optional.of("Display P3"), kept.profile().get().name());
    assertEquals(300, kept.resolution().orElseThrow().x(), 0.02);
    assertArrayEquals(
        original.exif().orElseThrow().ofUpright(IMAGE.width(), IMAGE.height()),
        kept.exif().orElseThrow().ofUpright(IMAGE.width(), IMAGE.height()));
    assertTrue(
        new String(
                kept.exif().get().ofUpright(IMAGE.width(), IMAGE.height()),
                java.nio.charset.StandardCharsets.ISO_8859_1)
            .contains("Cam"));
    assertEquals(List.of(), ImageFiles.lost(original, IMAGE, two));
    if (second.equals("png")) {
      assertEquals(IMAGE, ImageFiles.read(two));
    }
  }

  @Test
  void tiffKeepsProfileAndResolution() throws IOException {
    Path source = ForeignPicturesTest.folder().resolve("display-p3.jpg");
    Path tiff = folder.resolve("image.tif");
    ImageMetadata original = ImageFiles.metadata(source);
    ImageFiles.write(IMAGE, tiff, Optional.empty(), original);
    ImageMetadata kept = ImageFiles.metadata(tiff);
    assertArrayEquals(
        original.profile().orElseThrow().bytes(), kept.profile().orElseThrow().bytes());
    assertEquals(300, kept.resolution().orElseThrow().y(), 1e-3);
    assertEquals(List.of(), ImageFiles.lost(original, IMAGE, tiff));
    assertEquals(IMAGE, ImageFiles.read(tiff));
  }

  /** An independent reader, the JDK's, finds the profile where it is to be. */
  @Test
  void theProfileIsWhereReadersLookForIt() throws IOException {
    Path source = ForeignPicturesTest.folder().resolve("display-p3.jpg");
    Path tiff = folder.resolve("image.tif");
    ImageFiles.write(IMAGE, tiff, Optional.empty(), ImageFiles.metadata(source));
    ImageReader jdk =
        StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                    ImageIO.getImageReadersByFormatName("tiff"), Spliterator.ORDERED),
                false)
            .filter(each -> each.getClass().getName().startsWith("com.sun"))
            .findFirst()
            .orElseThrow();
    ICC_ColorSpace space;
    try (ImageInputStream in = ImageIO.createImageInputStream(tiff.toFile())) {
      jdk.setInput(in);
      space = (ICC_ColorSpace) jdk.read(0).getColorModel().getColorSpace();
    } finally {
      jdk.dispose();
    }
    // Of Display P3, (255, 60, 20) is (255, 16, 0) in sRGB.
    float[] srgb = space.toRGB(new float[] {1, 60 / 255f, 20 / 255f});
    assertArrayEquals(new float[] {1, 16 / 255f, 0}, srgb, 3 / 255f);
  }

  @Test
  void whatAFormatCannotHoldIsNamed() {
    ImageMetadata metadata =
        ImageFiles.metadata(ForeignPicturesTest.folder().resolve("display-p3.jpg"));
    assertEquals(
        List.of("color profile (Display P3)", "EXIF", "resolution"),
        ImageFiles.lost(metadata, IMAGE, Path.of("x.bmp")));
    Image grey = TestImages.random(4, 4, 1, 1);
    assertEquals(
        List.of("color profile (Display P3)"), ImageFiles.lost(metadata, grey, Path.of("x.png")));
    assertEquals(List.of(), ImageFiles.lost(ImageMetadata.NONE, IMAGE, Path.of("x.bmp")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "tif", "webp"})
  void greysOfAPaletteKeepAProfileOfColors(String ending) throws IOException {
    ColorProfile profile =
        ImageFiles.metadata(ForeignPicturesTest.folder().resolve("display-p3.jpg"))
            .profile()
            .orElseThrow();
    byte[] head = {0, 0, 0, 2, 0, 0, 0, 1, 8, 3, 0, 0, 0};
    Path source = folder.resolve("palette.png");
    Files.write(
        source,
        PngFiles.joined(
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            PngFiles.chunk("IHDR", head),
            PngFiles.chunk("iCCP", PngFiles.latin("p\0\0"), PngFiles.deflated(profile.bytes())),
            PngFiles.chunk("PLTE", new byte[] {40, 40, 40, 90, 90, 90}),
            PngFiles.chunk("IDAT", PngFiles.deflated(new byte[] {0, 0, 1})),
            PngFiles.chunk("IEND")));
    Image image = ImageFiles.read(source);
    assertEquals(1, image.channels());
    ImageMetadata metadata = ImageFiles.metadata(source);
    Path made = folder.resolve("made." + ending);
    assertEquals(List.of(), ImageFiles.lost(metadata, image, made));
    ImageFiles.write(image, made, Optional.empty(), metadata, ImageEncoding.DEFAULT);
    assertEquals(3, ImageFiles.read(made).channels());
    assertArrayEquals(
        profile.bytes(), ImageFiles.metadata(made).profile().orElseThrow().bytes(), ending);
  }

  /** In chunks tEXt, zTXt and iTXt; what a program writes of itself is not missed. */
  @Test
  void textsOfPngAreNamedAsLost() throws IOException {
    Path source = folder.resolve("texts.png");
    byte[] texts =
        PngFiles.joined(
            chunk("tEXt", "Software\0a program".getBytes(UTF_8)),
            chunk("tEXt", "Author\0a painter".getBytes(UTF_8)),
            chunk("zTXt", "Copyright\0\0packed".getBytes(UTF_8)),
            chunk("iTXt", "Titles\0\0\0\0\0none of the standard's".getBytes(UTF_8)));
    Files.write(source, PngFiles.rgb(20, 10, IMAGE.samples(), texts, new byte[0]));
    ImageMetadata metadata = ImageFiles.metadata(source);
    assertEquals(
        List.of("texts of PNG (Author and Copyright)"),
        ImageFiles.lost(metadata, IMAGE, Path.of("x.png")));
  }

  /** A gamma and primaries other than sRGB's change what is seen; PNG keeps them. */
  @Test
  void gammaAndPrimariesAreKeptInPngAndNamedElsewhere() throws IOException {
    Path source = folder.resolve("gamma.png");
    byte[] gamma =
        PngFiles.joined(
            chunk("gAMA", new byte[] {0, 1, (byte) 0x86, (byte) 0xa0}),
            chunk("cHRM", new byte[32]));
    Files.write(source, PngFiles.rgb(20, 10, IMAGE.samples(), gamma, new byte[0]));
    ImageMetadata metadata = ImageFiles.metadata(source);
    Path copy = folder.resolve("copy.png");
    ImageFiles.write(IMAGE, copy, Optional.empty(), metadata);
    assertArrayEquals(gamma, ImageFiles.metadata(copy).pngColor());
    assertEquals(List.of(), ImageFiles.lost(metadata, IMAGE, copy));
    assertEquals(
        List.of("gamma and primaries"), ImageFiles.lost(metadata, IMAGE, Path.of("x.jpg")));
    // 45450, where 45455 is 1 / 2.2, in parts of 100,000; and a chunk that says sRGB.
    byte[] nearly = chunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8a});
    for (byte[] srgb : List.of(nearly, chunk("sRGB", new byte[1]))) {
      Files.write(source, PngFiles.rgb(20, 10, IMAGE.samples(), srgb, new byte[0]));
      assertEquals(
          List.of(), ImageFiles.lost(ImageFiles.metadata(source), IMAGE, Path.of("x.jpg")));
    }
  }

  /** PNG 3, 4.3: cICP comes before all else that says what colors mean. */
  @ParameterizedTest
  @CsvSource({"1, true", "12, false"})
  void primariesByTheirCodeAreSrgbOrNot(byte primaries, boolean srgb) throws IOException {
    Path source = folder.resolve("coded.png");
    byte[] color =
        PngFiles.joined(
            chunk("cICP", new byte[] {primaries, 13, 0, 1}), chunk("sRGB", new byte[1]));
    Files.write(source, PngFiles.rgb(20, 10, IMAGE.samples(), color, new byte[0]));
    assertEquals(
        srgb ? List.of() : List.of("gamma and primaries"),
        ImageFiles.lost(ImageFiles.metadata(source), IMAGE, Path.of("x.jpg")));
  }

  /** TIFF 6.0: unit 2 is the inch, 3 the centimeter; 1 is none. */
  @ParameterizedTest
  @CsvSource({"1, 0", "2, 118.11", "3, 300"})
  void resolutionIsPerInchOrPerCentimeter(short unit, double dots) {
    ByteBuffer block = ByteBuffer.allocate(58).order(ByteOrder.LITTLE_ENDIAN);
    block.put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 3);
    block.putShort((short) 282).putShort((short) 5).putInt(1).putInt(50);
    block.putShort((short) 283).putShort((short) 5).putInt(1).putInt(50);
    block.putShort((short) 296).putShort((short) 3).putInt(1).putInt(unit);
    block.putInt(0).putInt(11_811).putInt(100);
    assertEquals(
        dots,
        Exif.of(block.array()).flatMap(Exif::resolution).map(Resolution::y).orElse(0.0),
        0.01);
  }

  /** The length of a segment is of 16 bits and counts itself; "Exif" and two zeros lead in. */
  @Test
  void exifIsKeptInJpegAsFarAsASegmentGoes() {
    byte[] head = {'I', 'I', 42, 0, 8, 0, 0, 0};
    int most = 65_535 - 2 - 6;
    assertTrue(JpegMetadata.fits(Exif.of(Arrays.copyOf(head, most)).orElseThrow()));
    assertFalse(JpegMetadata.fits(Exif.of(Arrays.copyOf(head, most + 1)).orElseThrow()));
  }

  /** Of unit 0, which is none, the numbers tell the shape of a pixel only. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 300"})
  void theSizeInPrintNeedsAUnit(byte unit, int dots) throws IOException {
    Path file = folder.resolve("printed.png");
    byte[] perMeter = {0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, unit}; // 11811
    Files.write(file, PngFiles.rgb(20, 10, IMAGE.samples(), chunk("pHYs", perMeter), new byte[0]));
    assertEquals(dots, ImageFiles.metadata(file).resolution().map(Resolution::x).orElse(0.0), 0.01);
  }

  /** Orientation 6 in both byte orders: a PNG with a block of EXIF, before its pixels or behind. */
  @ParameterizedTest
  @ValueSource(
      strings = {"TU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAA=", "SUkqAAgAAAABABIBAwABAAAABgAAAAAAAAA="})
  void pngsAreTurnedUprightAndWrittenUpright(String exif) throws IOException {
    byte[] block = chunk("eXIf", Base64.getDecoder().decode(exif));
    byte[] none = {};
    for (boolean before : new boolean[] {true, false}) {
      Path file = folder.resolve("lying.png");
      Files.write(
          file,
          PngFiles.rgb(20, 10, IMAGE.samples(), before ? block : none, before ? none : block));
      Image upright = ImageFiles.read(file);
      assertEquals(Symmetry.ROTATE_90.apply(IMAGE), upright);
      assertEquals(new ImageSize(10, 20), ImageFiles.size(file));
      for (String name : List.of("upright.png", "upright.jpg")) {
        Path copy = folder.resolve(name);
        ImageFiles.write(upright, copy, Optional.empty(), ImageFiles.metadata(file));
        assertEquals(1, ImageFiles.metadata(copy).exif().orElseThrow().orientation());
        assertEquals(new ImageSize(10, 20), ImageFiles.size(copy));
      }
    }
  }

  /** 300 dots across and 150 down, lying on its side: 150 across and 300 down when upright. */
  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void theResolutionIsTurnedWithThePicture(String format) throws IOException {
    // Of a TIFF of one grey pixel; as a block of EXIF, its size and the like are more than needed.
    int[][] tags = {
      {256, 3, 1}, {257, 3, 1}, {258, 3, 8}, {259, 3, 1}, {262, 3, 1}, {271, 2, 'M'}, {273, 3, 8},
      {274, 3, 6}, {277, 3, 1}, {278, 3, 1}, {279, 3, 1}, {282, 5, 10}, {283, 5, 18}, {296, 3, 2}
    };
    ByteBuffer tiff = ByteBuffer.allocate(26 + 2 + 12 * tags.length + 4);
    tiff.order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'I', 'I', 42, 0})
        .putInt(26)
        .putShort((short) 7);
    tiff.putInt(300).putInt(1).putInt(150).putInt(1).putShort((short) tags.length);
    for (int[] tag : tags) {
      tiff.putShort((short) tag[0]).putShort((short) tag[1]).putInt(1).putInt(tag[2]);
    }
    Path source = folder.resolve("lying." + format);
    Files.write(
        source,
        format.equals("tif")
            ? tiff.array()
            : PngFiles.rgb(20, 10, IMAGE.samples(), chunk("eXIf", tiff.array()), new byte[0]));
    ImageMetadata metadata = ImageFiles.metadata(source);
    for (String name : List.of("upright.png", "upright.jpg", "upright.webp", "upright.tif")) {
      Path copy = folder.resolve(name);
      ImageFiles.write(ImageFiles.read(source), copy, Optional.empty(), metadata);
      ImageMetadata written = ImageFiles.metadata(copy);
      Resolution dots = written.resolution().orElseThrow();
      assertEquals(150, dots.x(), 0.02, name);
      assertEquals(300, dots.y(), 0.02, name);
      // What EXIF says itself, which some programs prefer.
      assertEquals(dots.x(), written.exif().orElseThrow().resolution().orElseThrow().x(), 0.02);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "anim.webp, 3, 1",
    "lossy.webp, 1, 1",
    "thumbfirst.tif, 1, 1",
    "maskfirst.tif, 1, 1",
    "smallfirst.tif, 2, 2",
    "pyramid.tif, 1, 1",
    "rgb8trns.png, 1, 1"
  })
  void imagesOfAFileAreCounted(String name, int images, int used) {
    ImageMetadata metadata = ImageFiles.metadata(ForeignPicturesTest.folder().resolve(name));
    assertEquals(images, metadata.images());
    assertEquals(used, metadata.used());
  }

  @Test
  void framesOfAnAnimatedPngAreCounted() throws IOException {
    Path file = folder.resolve("animated.png");
    byte[] control = chunk("acTL", new byte[] {0, 0, 0, 3, 0, 0, 0, 0});
    Files.write(file, PngFiles.rgb(20, 10, IMAGE.samples(), control, new byte[0]));
    assertEquals(3, ImageFiles.metadata(file).images());
    assertEquals(IMAGE, ImageFiles.read(file));
  }

  @Test
  void whatIsNoImageSaysNothing() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "no image, and not even a long one");
    assertEquals(1, ImageFiles.metadata(text).images());
    assertFalse(ImageFiles.metadata(folder.resolve("missing.png")).exif().isPresent());
  }

  /** Files of which every byte is damaged in turn are read without an exception. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "display-p3.jpg",
        "orient6.tif",
        "exif6.webp",
        "rgb8-lebig-c8-p2-pl1.tif",
        "described.jpg"
      })
  void damageIsNoFailure(String name) throws IOException {
    byte[] sound = Files.readAllBytes(ForeignPicturesTest.folder().resolve(name));
    Path file = folder.resolve(name);
    for (int at = 0; at < Math.min(sound.length, 1500); at += 7) {
      byte[] damaged = sound.clone();
      damaged[at] ^= (byte) 0xff;
      Files.write(file, damaged);
      ImageMetadata metadata = ImageFiles.metadata(file);
      assertTrue(metadata.images() >= 1);
      ImageFiles.write(IMAGE, folder.resolve("copy.jpg"), Optional.empty(), metadata);
    }
  }
}
