package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.formats.Xmp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** XMP and IPTC of pictures that ExifTool described, in images made of them. */
class XmpTest {

  private static final Image IMAGE = TestImages.random(20, 10, 3, 1);
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  @TempDir private Path folder;

  private static ImageMetadata described(String extension) {
    return ImageFiles.metadata(ForeignPicturesTest.folder().resolve("described." + extension));
  }

  private static Document parsed(ImageMetadata metadata) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(metadata.xmp().orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "jpg, jpg",
    "jpg, png",
    "jpg, webp",
    "jpg, tif",
    "png, png",
    "png, jpg",
    "tif, tif",
    "tif, jpg"
  })
  void whatDescribesThePictureIsKept(String from, String to) throws Exception {
    ImageMetadata source = described(from);
    Path made = folder.resolve("made." + to);
    ImageFiles.write(IMAGE, made, Optional.empty(), source);
    ImageMetadata kept = ImageFiles.metadata(made);
    Document packet = parsed(kept);
    assertEquals(
        "Mühle & Bach",
        packet.getElementsByTagNameNS(DC, "title").item(0).getTextContent().strip());
    assertEquals(1, packet.getElementsByTagNameNS(DC, "rights").getLength());
    String text = new String(kept.xmp().orElseThrow(), StandardCharsets.UTF_8);
    assertTrue(text.contains("water") && text.contains("Rating"), text);
    // Those tell of the old pixels, or name the old file.
    for (String left : List.of("Orientation", "PixelX", "FullPano", "Exposure", "DocumentID")) {
      assertFalse(text.contains(left), left);
    }
    assertEquals(IMAGE.width(), ImageFiles.read(made).width());
    List<String> lost = ImageFiles.lost(source, IMAGE, made);
    assertTrue(lost.contains("part of XMP"), lost::toString);
    // All that is left is kept whole.
    assertFalse(ImageFiles.lost(kept, IMAGE, made).contains("part of XMP"));
    assertArrayEquals(source.xmp().orElseThrow(), kept.xmp().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"jpg, jpg", "jpg, tif", "tif, jpg", "tif, tif"})
  void iptcIsKept(String from, String to) {
    ImageMetadata source = described(from);
    Path made = folder.resolve("made." + to);
    ImageFiles.write(IMAGE, made, Optional.empty(), source);
    ImageMetadata kept = ImageFiles.metadata(made);
    assertArrayEquals(source.iptc().orElseThrow(), kept.iptc().orElseThrow());
    String text = new String(kept.iptc().orElseThrow(), StandardCharsets.UTF_8);
    assertTrue(text.contains("Mill"), text);
    assertFalse(ImageFiles.lost(source, IMAGE, made).contains("IPTC"));
  }

  @Test
  void whatAFormatCannotHoldIsNamed() {
    assertEquals(
        List.of("IPTC", "part of XMP"), ImageFiles.lost(described("jpg"), IMAGE, Path.of("x.png")));
    assertTrue(
        ImageFiles.lost(described("png"), IMAGE, Path.of("x.bmp"))
            .containsAll(List.of("XMP", "part of XMP")));
  }

  /** Read by a decoder of WebP, whose head must say that there is XMP. */
  @Test
  void webpSaysThatItHasXmp() throws IOException {
    Path made = folder.resolve("made.webp");
    ImageFiles.write(IMAGE, made, Optional.empty(), described("png"));
    byte[] file = Files.readAllBytes(made);
    assertEquals("VP8X", new String(file, 12, 4, StandardCharsets.US_ASCII));
    assertEquals(0x04, file[20] & 0x04);
    assertEquals(IMAGE, ImageFiles.read(made));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no XML",
        "<a>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>",
        "<!DOCTYPE x SYSTEM 'file:///etc/hostname'><x/>",
        "<x>&undefined;</x>",
      })
  void whatIsDamagedOrHasADocumentTypeIsNone(String packet) {
    assertTrue(Xmp.of(packet.getBytes(StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  void aPacketThatEndsInZerosIsRead() {
    String packet = "<a>".repeat(60) + "<b/>".repeat(99_000) + "</a>".repeat(60) + "\0\0\0";
    Xmp xmp = Xmp.of(packet.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertTrue(xmp.packet().isEmpty());
    assertFalse(xmp.isPartial());
  }

  /** For each name all namespaces that are open are looked through. */
  @Test
  void whatWouldTakeJavasParserLongIsRefused() {
    StringBuilder names = new StringBuilder("<a");
    for (int i = 0; i < 1001; i++) {
      names.append(" xmlns:n").append(i).append("='u'");
    }
    for (String packet :
        List.of(
            "<a>".repeat(65) + "</a>".repeat(65),
            "<a>" + "<b/>".repeat(100_000) + "</a>",
            names + "/>")) {
      assertTrue(Xmp.of(packet.getBytes(StandardCharsets.UTF_8)).isEmpty(), () -> packet);
      String skipped =
          "<x><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description>"
              + "<s:t xmlns:s='s'>"
              + packet
              + "</s:t></r:Description></r:RDF></x>";
      assertTrue(Xmp.of(skipped.getBytes(StandardCharsets.UTF_8)).isEmpty(), () -> skipped);
    }
  }
}
