package io.butcherblock.device;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says as part of a sentence why CUDA could not be initialised. */
final class CudaRefusal {

  private static final Pattern OLD_DRIVER =
      Pattern.compile("driver on your system is too old \\(found version (\\d+)\\)");

  private CudaRefusal() {}

  /**
   * Reads the library's message.
   *
   * @param message several lines, the first of which says what is wrong
   * @param version of the CUDA that the natives are built for, as CUDA writes it: 13010 is 13.1
   */
  static String of(String message, long version) {
    Matcher old = OLD_DRIVER.matcher(message);
    if (old.find()) {
      // Within a major version CUDA's runtime works with older drivers.
      return "the driver is for CUDA %s, this build needs one for %s or newer"
          .formatted(dotted(Long.parseLong(old.group(1))), dotted(version / 1000 * 1000));
    }
    if (message.contains("Found no NVIDIA driver")) {
      return "NVIDIA's driver is not running";
    }
    if (message.contains("No CUDA GPUs are available")) {
      return "CUDA finds no GPU";
    }
    String first = message.lines().findFirst().orElse("").strip();
    return "CUDA says: " + (first.endsWith(".") ? first.substring(0, first.length() - 1) : first);
  }

  private static String dotted(long version) {
    return String.format(Locale.ROOT, "%d.%d", version / 1000, version % 1000 / 10);
  }
}
