package io.butcherblock.files;

import java.util.Locale;

/** Numbers of bytes for people. */
public final class ByteText {

  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;

  private ByteText() {}

  /** A size in GiB, such as {@code 1.5 GiB}, or in MiB below 1 GiB. */
  public static String of(long bytes) {
    return bytes < GIB
        ? String.format(Locale.ROOT, "%.0f MiB", bytes / (double) MIB)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
  }
}
