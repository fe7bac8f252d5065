package io.butcherblock.image;

import io.butcherblock.files.RegularFile;
import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.Exif;
import io.butcherblock.formats.FileFormat;
import io.butcherblock.formats.Ifd;
import io.butcherblock.formats.Iptc;
import io.butcherblock.formats.JpegSegments;
import io.butcherblock.formats.PngChunks;
import io.butcherblock.formats.PngText;
import io.butcherblock.formats.Resolution;
import io.butcherblock.formats.TiffExif;
import io.butcherblock.formats.TiffPages;
import io.butcherblock.formats.WebpChunks;
import io.butcherblock.formats.Xmp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/** Reading of what a file says beside its pixels. Nothing here keeps pixels from being read. */
final class MetadataReading {

  /** More than EXIF in any file, and little enough to read whatever a file claims. */
  private static final int LONGEST_EXIF = 1 << 24;

  /** Chunks that say what a PNG's colors mean: cICP, gAMA, cHRM, sRGB. */
  private static final int[] PNG_COLOR = {0x63494350, 0x67414d41, 0x6348524d, 0x73524742};

  private static final int ICCP = 0x69434350;
  private static final int EXIF = 0x65584966;
  private static final int PHYS = 0x70485973;
  private static final int ACTL = 0x6163544c;

  private MetadataReading() {}

  static ImageMetadata read(Path file) {
    ImageMetadata.Builder found = new ImageMetadata.Builder();
    try (RandomAccessFile in = RegularFile.open(file)) {
      switch (FileFormat.of(in)) {
        case PNG -> png(in, found);
        case JPEG -> jpeg(new JpegSegments(in), found);
        case WEBP -> webp(new WebpChunks(in), found);
        case TIFF -> tiff(file, found);
        case GIF, OTHER -> found.images = frames(file);
      }
    } catch (IOException | RuntimeException e) {
      // What was found before is as good as it was.
      return found.build();
    }
    return found.build();
  }

  private static void exif(Optional<byte[]> data, ImageMetadata.Builder found) {
    Optional<Exif> exif = data.flatMap(Exif::of);
    found.exif = exif.orElse(null);
    found.orientation = exif.map(Exif::orientation).orElse(1);
    if (found.resolution == null) {
      found.resolution = exif.flatMap(Exif::resolution).orElse(null);
    }
  }

  private static void png(RandomAccessFile in, ImageMetadata.Builder found) throws IOException {
    PngChunks chunks = PngChunks.read(in, false);
    found.profile = profile(chunks.data(in, ICCP, ColorProfile.LONGEST));
    found.palette = chunks.data(in, PngChunks.IHDR, 13).filter(head -> head[9] == 3).isPresent();
    ByteArrayOutputStream color = new ByteArrayOutputStream();
    for (int type : PNG_COLOR) {
      Optional<PngChunks.Part> part = chunks.find(type);
      if (part.isPresent() && part.get().length() <= 12 + 32) {
        byte[] whole = new byte[(int) part.get().length()];
        in.seek(part.get().at());
        in.readFully(whole);
        color.writeBytes(whole);
      }
    }
    found.pngColor = color.toByteArray();
    ByteBuffer printed = ByteBuffer.wrap(chunks.data(in, PHYS, 9).orElse(new byte[0]));
    if (printed.capacity() == 9 && printed.get(8) == 1) {
      double metersPerInch = 0.0254;
      found.resolution =
          Resolution.of(printed.getInt(0), printed.getInt(4), metersPerInch).orElse(null);
    }
    exif(chunks.data(in, EXIF, LONGEST_EXIF), found);
    ByteBuffer animation = ByteBuffer.wrap(chunks.data(in, ACTL, 8).orElse(new byte[0]));
    found.images = animation.capacity() == 8 ? Math.max(1, animation.getInt(0)) : 1;
    texts(in, chunks, found);
  }

  private static void texts(RandomAccessFile in, PngChunks chunks, ImageMetadata.Builder found)
      throws IOException {
    Set<String> telling = new LinkedHashSet<>();
    for (PngChunks.Part part : chunks.texts()) {
      Optional<byte[]> text = chunks.data(in, part, Xmp.LONGEST);
      text.flatMap(PngText::telling).ifPresent(telling::add);
      if (found.xmp.length == 0) {
        text.flatMap(PngText::xmp).ifPresent(packet -> xmp(true, Optional.of(packet), found));
      }
    }
    if (!telling.isEmpty()) {
      found.unread.add("texts of PNG (%s)".formatted(String.join(" and ", telling)));
    }
  }

  /** Notes a packet that is there, of which the data are empty if it is too long. */
  private static void xmp(boolean there, Optional<byte[]> data, ImageMetadata.Builder found) {
    found.xmp = data.orElse(new byte[0]);
    if (there && found.xmp.length == 0) {
      found.unread.add("XMP");
    }
  }

  /** The profile of a PNG's chunk: a name, 0, 0, and the profile compressed. */
  private static ColorProfile profile(Optional<byte[]> chunk) {
    byte[] data = chunk.orElse(new byte[0]);
    int name = 0;
    while (name < data.length && data[name] != 0) {
      name++;
    }
    if (name + 2 >= data.length) {
      return null;
    }
    return PngChunks.inflated(data, name + 2, ColorProfile.LONGEST)
        .flatMap(ColorProfile::of)
        .orElse(null);
  }

  private static void jpeg(JpegSegments segments, ImageMetadata.Builder found) {
    // Colors of CMYK become RGB, so that their profile no longer holds.
    found.profile =
        segments.components() == 4
            ? null
            : segments.profile().flatMap(ColorProfile::of).orElse(null);
    found.resolution = segments.resolution().orElse(null);
    exif(segments.exif(), found);
    xmp(segments.xmp().isPresent(), segments.xmp(), found);
    if (segments.hasExtendedXmp()) {
      found.unread.add(Xmp.PART);
    }
    found.iptc = segments.iptc().orElse(new byte[0]);
  }

  private static void webp(WebpChunks chunks, ImageMetadata.Builder found) throws IOException {
    found.images = chunks.frames();
    found.profile =
        chunks
            .data(WebpChunks.PROFILE, ColorProfile.LONGEST)
            .flatMap(ColorProfile::of)
            .orElse(null);
    exif(chunks.data(WebpChunks.EXIF, LONGEST_EXIF), found);
    xmp(chunks.has(WebpChunks.XMP), chunks.data(WebpChunks.XMP, Xmp.LONGEST), found);
  }

  private static void tiff(Path file, ImageMetadata.Builder found) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(RegularFile.open(file))) {
      TiffPages pages = new TiffPages(in);
      Ifd page = pages.directory();
      found.images = pages.count();
      found.used = pages.rank();
      found.orientation = (int) page.number(Exif.ORIENTATION, 1);
      found.resolution = page.resolution().orElse(null);
      long colors = page.number(262, 2);
      found.palette = colors == 3;
      boolean converted = colors == 5 || colors >= 8; // CMYK, Lab
      found.profile =
          converted
              ? null
              : page.bytes(34675, ColorProfile.LONGEST).flatMap(ColorProfile::of).orElse(null);
      found.exif = TiffExif.of(page).orElse(null);
      if (page.below(TiffExif.EXIF).flatMap(exif -> exif.entry(Exif.MAKER_NOTES_TAG)).isPresent()) {
        found.unread.add(Exif.MAKER_NOTES);
      }
      xmp(page.entry(TiffTags.XMP).isPresent(), page.bytes(TiffTags.XMP, Xmp.LONGEST), found);
      // Many programs say that the records are numbers of 32 bits; they stand there as they are.
      Optional<byte[]> records = page.anyBytes(TiffTags.IPTC, Iptc.LONGEST);
      found.iptc = records.filter(Iptc::isRecords).orElse(new byte[0]);
      if (found.iptc.length == 0 && page.entry(TiffTags.IPTC).isPresent()) {
        found.unread.add("IPTC");
      }
    }
  }

  private static int frames(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(RegularFile.open(file))) {
      java.util.Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return 1;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return reader.getNumImages(true);
      } finally {
        reader.dispose();
      }
    }
  }
}
