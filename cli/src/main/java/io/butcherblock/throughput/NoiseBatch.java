package io.butcherblock.throughput;

import io.butcherblock.data.Batch;
import io.butcherblock.patches.SplitMix64;

/**
 * Patches of noise in 0..255: the same numbers everywhere. Speed does not depend on what they show.
 */
public final class NoiseBatch {

  private static final int COLORS = 3;
  private static final float PEAK = 255;

  private NoiseBatch() {}

  /** {@code patches} of {@code side} x {@code side} pixels, and others for the large ones. */
  public static Batch of(int patches, int side, int scale) {
    SplitMix64 random = new SplitMix64(side);
    int samples = patches * COLORS * side * side;
    return new Batch(
        noise(random, samples), noise(random, samples * scale * scale), patches, side, scale);
  }

  /** So many samples. */
  static float[] noise(long samples) {
    return noise(new SplitMix64(samples), Math.toIntExact(samples));
  }

  private static float[] noise(SplitMix64 random, int samples) {
    float[] values = new float[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = PEAK * (float) random.nextDouble();
    }
    return values;
  }
}
