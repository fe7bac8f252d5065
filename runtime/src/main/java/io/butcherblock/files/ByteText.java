package io.butcherblock.files;

import java.util.Locale;

/** Numbers of bytes for people. */
public final class ByteText {

  private static final long GIB = 1L << 30;
  private static final long MIB = 1L << 20;

  private ByteText() {}

  /** Such as {@code 1.5 GiB}, and MiB below one of them. */
  public static String of(long bytes) {
    return bytes < GIB
        ? String.format(Locale.ROOT, "%.0f MiB", bytes / (double) MIB)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
  }
}
