package io.butcherblock.execute;

import io.butcherblock.error.ButcherblockException;
import java.util.function.Supplier;

/** Work on one image whose failure for want of Java's memory is that image's alone. */
public final class JavaMemory {

  private JavaMemory() {}

  /**
   * Does some work.
   *
   * @param what it does, as in "to make 60 x 40 pixels of 30 x 20"
   * @throws ButcherblockException if there is not enough of Java's memory for it
   */
  public static <T> T during(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (OutOfMemoryError e) {
      if (OutOfMemory.isNative(e)) {
        throw e;
      }
      throw new ButcherblockException(
          "Java's memory does not suffice %s (%s; at most %s MB); cut the image, work on fewer at the same time or allow more memory (-Xmx)."
              .formatted(what, e.getMessage(), Runtime.getRuntime().maxMemory() >> 20),
          e);
    }
  }
}
