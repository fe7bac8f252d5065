package io.butcherblock.onednn;

import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * Loads without the warning of JavaCPP's loader that bindings and loader have different versions:
 * these bindings are an older release on purpose, and a user can do nothing about it.
 */
final class VersionWarning extends PrintStream {

  private static final String START = "Warning: Versions of org.bytedeco";

  private VersionWarning(PrintStream out) {
    super(out, true);
  }

  /** What {@code load} gives. What else is written to standard error meanwhile goes there. */
  static <T> T without(Supplier<T> load) {
    PrintStream before = System.err;
    System.setErr(new VersionWarning(before));
    try {
      return load.get();
    } finally {
      System.setErr(before);
    }
  }

  @Override
  public void println(String line) {
    if (line == null || !line.startsWith(START)) {
      super.println(line);
    }
  }
}
