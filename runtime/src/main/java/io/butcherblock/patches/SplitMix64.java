package io.butcherblock.patches;

import java.util.random.RandomGenerator;

/**
 * The pseudo-random generator of Steele, Lea and Flood ("Fast splittable pseudorandom number
 * generators", OOPSLA 2014, Fig. 16): the same numbers on every JDK.
 */
public final class SplitMix64 implements RandomGenerator {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  /** Another sequence for each seed. */
  public SplitMix64(long seed) {
    state = seed;
  }

  /** The generator of one numbered part of a larger random whole, such as a batch of a run. */
  public static SplitMix64 of(long seed, long part) {
    return new SplitMix64(mix(mix(seed + GOLDEN) ^ mix(part - GOLDEN)));
  }

  /** 64 random bits. */
  @Override
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in 0 to {@code bound} - 1; the bias, below bound / 2^31, is of no consequence here. */
  @Override
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 33) * bound) >>> 31);
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in [{@code from}, {@code to}). */
  public double uniform(double from, double to) {
    return from + (to - from) * nextDouble();
  }

  /** Spreads every bit of a number over all bits of another. */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
