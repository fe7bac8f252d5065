package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.ByteText;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;

/** Says why native libraries that are on the class path cannot be used here, and what to do. */
final class UnusableNatives {

  /** What the system's loader says for want of memory, and of a folder as below. */
  private static final Pattern NOT_MAPPED =
      Pattern.compile("failed to map segment|[Cc]annot allocate memory");

  /** What the system's loader says of a file in a folder that is mounted without execution. */
  private static final Pattern NOT_EXECUTABLE =
      Pattern.compile(
          "failed to map segment|Operation not permitted|Permission denied|not allowed to execute");

  private static final Pattern OLD_SYSTEM = Pattern.compile("version [`'](GLIBC\\w*_[0-9.]+)'");

  private static final Pattern MISSING =
      Pattern.compile(
          "(\\S+): cannot open shared object file|Error loading shared library (\\S+):");

  private UnusableNatives() {}

  /** They could not be written to a folder. */
  static ButcherblockException notUnpacked(IOException e) {
    return new ButcherblockException(
        e,
        "LibTorch's libraries, of half a gigabyte, cannot be unpacked (%s); name a folder that can"
            + " be written by %s.",
        e.getMessage(),
        Setting.NATIVE_LIBRARY_CACHE);
  }

  /** They are unpacked, but the system does not load them. */
  static ButcherblockException notLoaded(LinkageError e) {
    return notLoaded(e, AddressSpace.limit());
  }

  /**
   * They are unpacked, but the system does not load them.
   *
   * @param addressSpace bytes that the process may map, if that is limited
   */
  static ButcherblockException notLoaded(LinkageError e, OptionalLong addressSpace) {
    String why = deepest(e);
    if (NOT_MAPPED.matcher(why).find() && addressSpace.isPresent()) {
      return new ButcherblockException(
          e,
          "LibTorch's libraries cannot be mapped: this process may map %s of memory (ulimit -v),"
              + " of which Java's heap reserves a part; raise that limit, or lower that of the heap"
              + " (-Xmx).",
          ByteText.of(addressSpace.getAsLong()));
    }
    if (NOT_EXECUTABLE.matcher(why).find()) {
      return new ButcherblockException(
          e,
          "LibTorch's libraries are unpacked to %s, from where this system loads no program (it may"
              + " be mounted with noexec); name another folder by %s.",
          folder(),
          Setting.NATIVE_LIBRARY_CACHE);
    }
    Matcher old = OLD_SYSTEM.matcher(why);
    if (old.find()) {
      return new ButcherblockException(
          "LibTorch's libraries want a newer system: %s is not there; run on one that has it."
              .formatted(old.group(1)),
          e);
    }
    Matcher missing = MISSING.matcher(why);
    if (missing.find()) {
      return new ButcherblockException(
          "LibTorch's libraries want %s, which this system does not have: install it."
              .formatted(missing.group(1) == null ? missing.group(2) : missing.group(1)),
          e);
    }
    return new ButcherblockException(
        "LibTorch's libraries cannot be loaded (%s): run on a system that they are made for."
            .formatted(why),
        e);
  }

  /** The system's own words, without the paths of the file that it speaks of. */
  private static String deepest(Throwable thrown) {
    Throwable last = thrown;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    String text = String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    return text.replaceFirst("^((/|[A-Z]:\\\\).*?\\.(so|dll|dylib)[0-9.]*: )+", "");
  }

  private static String folder() {
    try {
      return Loader.getCacheDir().toString();
    } catch (IOException e) {
      return "a folder";
    }
  }
}
