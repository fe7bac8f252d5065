package io.butcherblock.data;

import java.util.List;
import java.util.OptionalInt;

/**
 * The quality that a JPEG file was written with, on the scale 1..100 of the Independent JPEG
 * Group's coder, which multiplies the tables of ITU-T T.81, Annex K, by a number that follows from
 * it. Of other coders, the quality at which that coder's luminance table is about as coarse.
 */
final class JpegQuality {

  /** Table K.1, luminance, in zigzag order, as files have it. */
  private static final int[] LUMINANCE = {
    16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37,
    29, 40, 58, 51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
    95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99
  };

  /** Of baseline JPEG. */
  private static final int LARGEST = 255;

  private JpegQuality() {}

  /**
   * Estimates the quality.
   *
   * @param segments those with quantization tables (DQT)
   * @return 1..100; empty if there is no luminance table, number 0
   */
  static OptionalInt of(List<byte[]> segments) {
    for (byte[] segment : segments) {
      int at = 0;
      while (at < segment.length) {
        int bytes = ((segment[at] >> 4) & 1) + 1;
        int end = at + 1 + bytes * LUMINANCE.length;
        if (end > segment.length) {
          break;
        }
        if ((segment[at] & 15) == 0) {
          return OptionalInt.of(quality(percent(segment, at + 1, bytes)));
        }
        at = end;
      }
    }
    return OptionalInt.empty();
  }

  /**
   * How much coarser the table is than that of the standard, in percent: by the steps that are not
   * the largest there is, at which coders cut off.
   */
  private static double percent(byte[] segment, int start, int bytes) {
    double steps = 0;
    double standard = 0;
    for (int i = 0; i < LUMINANCE.length; i++) {
      int at = start + bytes * i;
      int first = segment[at] & 0xff;
      int step = bytes == 1 ? first : ((first << 8) | (segment[at + 1] & 0xff));
      if (step < LARGEST) {
        steps += step;
        standard += LUMINANCE[i];
      }
    }
    return standard == 0 ? Double.POSITIVE_INFINITY : 100 * steps / standard;
  }

  /** The inverse of {@code jpeg_quality_scaling} of libjpeg. */
  private static int quality(double percent) {
    double quality = percent <= 100 ? 100 - percent / 2 : 5000 / percent;
    return (int) Math.max(1, Math.min(100, Math.round(quality)));
  }
}
