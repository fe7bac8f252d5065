package io.butcherblock.image;

import java.nio.file.Path;

/** What is kept of what a file says of its picture; empty where it says nothing. */
public final class FuzzedMetadata {

  private FuzzedMetadata() {}

  /** What describes the picture, as a packet of XMP. */
  public static byte[] xmp(Path file) {
    return ImageFiles.metadata(file).xmp().orElse(new byte[0]);
  }

  /** The records of IPTC. */
  public static byte[] iptc(Path file) {
    return ImageFiles.metadata(file).iptc().orElse(new byte[0]);
  }
}
