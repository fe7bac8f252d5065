package io.butcherblock.processor.diagnostics;

/** Numbers of things. */
public final class Counted {

  private Counted() {}

  /** A number of things: {@code 1 stage}, {@code 2 stages}. */
  public static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
