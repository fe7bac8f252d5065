package io.butcherblock.execute;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Failures of LibTorch for want of memory, which it tells by their text alone. */
public final class OutOfMemory {

  private static final Pattern FREE =
      Pattern.compile("of which ([0-9.]+) (GiB|MiB|KiB|bytes) is free");

  private static final Pattern CAPACITY =
      Pattern.compile("total capacity of ([0-9.]+) (GiB|MiB|KiB|bytes)");

  private OutOfMemory() {}

  /** Whether native memory was used up: the GPU's or the computer's, not Java's own. */
  public static boolean isNative(Throwable thrown) {
    String text = String.valueOf(thrown.getMessage());
    if (thrown instanceof OutOfMemoryError) {
      // JavaCPP throws Java's error for native memory.
      return text.contains("physicalBytes") || text.contains("Physical memory");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return thrown instanceof RuntimeException
        && (lower.contains("out of memory")
            || lower.contains("can't allocate memory")
            || lower.contains("not enough memory")
            || lower.contains("std::bad_alloc")
            || lower.contains("cudnn_status_alloc_failed")
            || lower.contains("cublas_status_alloc_failed"));
  }

  /** The whole memory of the GPU in bytes, where the failure tells it. */
  public static OptionalLong gpuCapacity(Throwable thrown) {
    return bytes(CAPACITY, thrown);
  }

  /** What was free on the GPU, in bytes, where the failure tells it. */
  public static OptionalLong gpuFree(Throwable thrown) {
    return bytes(FREE, thrown);
  }

  private static OptionalLong bytes(Pattern pattern, Throwable thrown) {
    Matcher matcher = pattern.matcher(String.valueOf(thrown.getMessage()));
    if (!matcher.find()) {
      return OptionalLong.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "GiB" -> 1L << 30;
          case "MiB" -> 1L << 20;
          case "KiB" -> 1L << 10;
          default -> 1;
        };
    return OptionalLong.of((long) (Double.parseDouble(matcher.group(1)) * unit));
  }
}
