package io.butcherblock.plan;

/** What operations cost. */
final class Costs {

  private Costs() {}

  /** Multiply-accumulates for each pixel of the operation's input. */
  static long macsPerPixel(Operation operation) {
    if (operation instanceof Operation.Convolve convolve) {
      return convolve.kernel().macsPerPixel();
    }
    if (operation instanceof Operation.FusedUpsample enlarge) {
      return (long) enlarge.side() * enlarge.side() * enlarge.first().in() * enlarge.out();
    }
    return 0;
  }
}
