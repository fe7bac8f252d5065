package io.butcherblock.image;

import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.Resolution;
import io.butcherblock.formats.TiffExif;
import java.util.Optional;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;

/**
 * Puts a color profile, the resolution, EXIF, XMP and IPTC into what a TIFF file is written with.
 */
final class TiffTags {

  /** Fractions of a dot per inch that are kept. */
  private static final long PART = 1000;

  static final int XMP = 700;
  static final int IPTC = 33_723;

  private TiffTags() {}

  static IIOMetadata with(IIOMetadata defaults, ImageMetadata metadata, Image image)
      throws IIOInvalidTreeException {
    TIFFDirectory directory = TIFFDirectory.createFromMetadata(defaults);
    Optional<ColorProfile> profile = metadata.profile().filter(each -> each.fits(image.channels()));
    if (profile.isPresent()) {
      byte[] bytes = profile.get().bytes();
      directory.addTIFFField(
          new TIFFField(
              tag(BaselineTIFFTagSet.TAG_ICC_PROFILE),
              TIFFTag.TIFF_UNDEFINED,
              bytes.length,
              bytes));
    }
    if (metadata.resolution().isPresent()) {
      Resolution dots = metadata.resolution().get();
      add(directory, BaselineTIFFTagSet.TAG_X_RESOLUTION, dots.x());
      add(directory, BaselineTIFFTagSet.TAG_Y_RESOLUTION, dots.y());
      directory.addTIFFField(
          new TIFFField(
              tag(BaselineTIFFTagSet.TAG_RESOLUTION_UNIT),
              BaselineTIFFTagSet.RESOLUTION_UNIT_INCH));
    }
    metadata.exif().ifPresent(exif -> TiffExif.add(directory, exif, image.width(), image.height()));
    metadata.xmp().ifPresent(packet -> add(directory, XMP, TIFFTag.TIFF_BYTE, packet));
    metadata.iptc().ifPresent(records -> add(directory, IPTC, TIFFTag.TIFF_UNDEFINED, records));
    return directory.getAsMetadata();
  }

  private static void add(TIFFDirectory directory, int number, double value) {
    long[][] fraction = {{Math.round(value * PART), PART}};
    directory.addTIFFField(new TIFFField(tag(number), TIFFTag.TIFF_RATIONAL, 1, fraction));
  }

  private static void add(TIFFDirectory directory, int number, int type, byte[] bytes) {
    TIFFTag tag = new TIFFTag("tag " + number, number, 1 << type);
    directory.addTIFFField(new TIFFField(tag, type, bytes.length, bytes));
  }

  private static TIFFTag tag(int number) {
    return BaselineTIFFTagSet.getInstance().getTag(number);
  }
}
