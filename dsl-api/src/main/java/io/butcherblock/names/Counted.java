package io.butcherblock.names;

/** Numbers of things in a sentence. */
public final class Counted {

  private Counted() {}

  /** A number of things: {@code 1 step}, {@code 20 steps}. */
  public static String of(long count, String thing) {
    return of(count, thing, thing + "s");
  }

  /** A number of things whose plural has more than an s: {@code 1 patch}, {@code 2 patches}. */
  public static String of(long count, String thing, String things) {
    return count + " " + (count == 1 ? thing : things);
  }
}
