package io.butcherblock.formats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.plugins.jpeg.JPEGQTable;

/**
 * The quality that a JPEG file was written with, on the scale 1..100 of the Independent JPEG
 * Group's coder, which multiplies the tables of ITU-T T.81, Annex K, by a number that follows from
 * it. Of other coders, the quality at which that coder's luminance table is about as coarse.
 */
public final class JpegQuality {

  /** Table K.1, luminance, from the smallest step to the largest. */
  private static final int[] LUMINANCE = sorted(JPEGQTable.K1Luminance.getTable());

  /** Of baseline JPEG. */
  private static final int LARGEST = 255;

  private JpegQuality() {}

  /**
   * Estimates the quality.
   *
   * @param segments those with quantization tables (DQT)
   * @return 1..100; empty if there is no luminance table, number 0
   */
  public static OptionalInt of(List<byte[]> segments) {
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

  /** Whether a segment has a step that 8 bits do not hold. */
  static boolean hasCoarseSteps(byte[] segment) {
    int at = 0;
    while (at < segment.length) {
      int bytes = ((segment[at] >> 4) & 1) + 1;
      int end = at + 1 + bytes * LUMINANCE.length;
      for (int i = at + 1; bytes == 2 && i < Math.min(end, segment.length); i += bytes) {
        if (segment[i] != 0) {
          return true;
        }
      }
      at = end;
    }
    return false;
  }

  /**
   * How much coarser the table is than that of the standard, in percent: by the steps that are not
   * the largest there is, at which coders cut off. A scaled table has its steps in the same order
   * of size.
   */
  private static double percent(byte[] segment, int start, int bytes) {
    int[] found = new int[LUMINANCE.length];
    for (int i = 0; i < found.length; i++) {
      int at = start + bytes * i;
      int first = segment[at] & 0xff;
      found[i] = bytes == 1 ? first : ((first << 8) | (segment[at + 1] & 0xff));
    }
    double steps = 0;
    double standard = 0;
    int[] ascending = sorted(found);
    for (int i = 0; i < ascending.length && ascending[i] < LARGEST; i++) {
      steps += ascending[i];
      standard += LUMINANCE[i];
    }
    return standard == 0 ? Double.POSITIVE_INFINITY : 100 * steps / standard;
  }

  private static int[] sorted(int[] steps) {
    int[] copy = steps.clone();
    Arrays.sort(copy);
    return copy;
  }

  /** The inverse of {@code jpeg_quality_scaling} of libjpeg. */
  private static int quality(double percent) {
    double quality = percent <= 100 ? 100 - percent / 2 : 5000 / percent;
    return (int) Math.max(1, Math.min(100, Math.round(quality)));
  }
}
