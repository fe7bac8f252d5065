package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/**
 * How sharply a camera shows objects at each depth.
 *
 * @param layered whether softness depends on depth; otherwise one object in four is soft
 * @param focus the depth that is sharp, 0..1
 * @param aperture how fast objects become soft away from it, in pixels
 */
record DepthOfField(boolean layered, double focus, double aperture) {

  private static final double DEPTH_THAT_IS_SHARP = 0.25;

  static DepthOfField random(boolean layered, SplitMix64 random) {
    double aperture = random.nextInt(3) > 0 ? 0 : random.uniform(1, 6);
    return new DepthOfField(layered, random.nextDouble(), aperture);
  }

  /** Over how many pixels an edge at a depth fades, at least 1. */
  double softness(double depth, SplitMix64 random) {
    if (!layered) {
      return random.nextInt(4) == 0 ? random.uniform(1, 4) : 1;
    }
    return 1 + aperture * Math.max(0, Math.abs(depth - focus) - DEPTH_THAT_IS_SHARP);
  }
}
