package io.butcherblock.fuzz;

import java.io.IOException;

/**
 * What Jazzer calls, by the names of its methods; the target is that of the property fuzz.target.
 */
public final class JazzerEntry {

  static final String TARGET = "fuzz.target";

  private static Harness harness;

  private JazzerEntry() {}

  /** Called once, before the first input. */
  public static void fuzzerInitialize() throws IOException {
    harness = new Harness(Target.named(System.getProperty(TARGET)).make());
  }

  /** Called with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    boolean unused = harness.run(input);
  }
}
