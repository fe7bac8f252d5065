package io.butcherblock.image;

import io.butcherblock.formats.ColorProfile;
import io.butcherblock.formats.Exif;
import io.butcherblock.formats.Resolution;
import io.butcherblock.formats.Xmp;
import java.util.List;
import java.util.Optional;

/**
 * What an image file says beside its pixels: color profile, notes of the camera (EXIF), title,
 * keywords, author and rights (XMP and IPTC), size in print. An image made of it can be written
 * with the same.
 *
 * <p>Instances are immutable.
 */
public final class ImageMetadata {

  /** Nothing is known. */
  public static final ImageMetadata NONE = new Builder().build();

  private final ColorProfile profile;
  private final boolean palette;
  private final byte[] pngColor;
  private final Exif exif;
  private final byte[] xmp;
  private final byte[] iptc;
  private final Resolution resolution;
  private final int orientation;
  private final int images;
  private final int used;
  private final List<String> unread;

  private ImageMetadata(Builder from) {
    profile = from.profile;
    palette = from.palette;
    pngColor = from.pngColor.clone();
    exif = from.exif;
    xmp = from.xmp.clone();
    iptc = from.iptc.clone();
    resolution = from.resolution;
    orientation = from.orientation < 1 || from.orientation > 8 ? 1 : from.orientation;
    images = from.images;
    used = from.used;
    unread = List.copyOf(from.unread);
  }

  /** How many images the file holds: pages, or frames of an animation; at least 1. */
  public int images() {
    return images;
  }

  /** Which of the images is taken, from 1. */
  public int used() {
    return used;
  }

  Optional<ColorProfile> profile() {
    return Optional.ofNullable(profile);
  }

  /**
   * An image as it is stored with the profile: the greys of a palette are colors if the profile is
   * one of colors.
   */
  Image stored(Image image) {
    return palette && profile != null && profile.fits(3) ? image.toRgb() : image;
  }

  /** PNG's chunks that say what its colors mean, as they stand in the file; may be empty. */
  byte[] pngColor() {
    return pngColor.clone();
  }

  Optional<Exif> exif() {
    return Optional.ofNullable(exif);
  }

  /** Whether the file has XMP, sound or damaged. */
  boolean hasXmp() {
    return xmp.length > 0;
  }

  /**
   * What describes the picture in XMP; empty if that is damaged. Parsed when it is asked for: most
   * images are read for their pixels alone.
   */
  Optional<Xmp> description() {
    return hasXmp() ? Xmp.of(xmp) : Optional.empty();
  }

  /** What describes the picture, as a packet of XMP. */
  Optional<byte[]> xmp() {
    return description().flatMap(Xmp::packet);
  }

  /** Records of IPTC-IIM. */
  Optional<byte[]> iptc() {
    return iptc.length == 0 ? Optional.empty() : Optional.of(iptc.clone());
  }

  /** That of the upright image. */
  Optional<Resolution> resolution() {
    return Optional.ofNullable(resolution)
        .map(value -> toUpright().transposes() ? value.transposed() : value);
  }

  /** What else the file says, which is not kept. */
  List<String> unread() {
    return unread;
  }

  /** What takes the stored image to the upright one. */
  Symmetry toUpright() {
    return switch (orientation) {
      case 2 -> Symmetry.FLIP_HORIZONTAL;
      case 3 -> Symmetry.ROTATE_180;
      case 4 -> Symmetry.FLIP_VERTICAL;
      case 5 -> Symmetry.TRANSPOSE;
      case 6 -> Symmetry.ROTATE_90;
      case 7 -> Symmetry.TRANSVERSE;
      case 8 -> Symmetry.ROTATE_270;
      default -> Symmetry.IDENTITY;
    };
  }

  /** What is found, piece by piece; what is left out is not there. */
  static final class Builder {
    ColorProfile profile;
    boolean palette;
    byte[] pngColor = {};
    Exif exif;
    byte[] xmp = {};
    byte[] iptc = {};
    Resolution resolution;
    int orientation = 1;
    int images = 1;
    int used = 1;
    final java.util.LinkedHashSet<String> unread = new java.util.LinkedHashSet<>();

    ImageMetadata build() {
      return new ImageMetadata(this);
    }
  }
}
