package io.butcherblock.synthetic;

import io.butcherblock.patches.SplitMix64;

/** The kinds of patterns on leaves, and how often each is drawn. */
enum TextureKind {
  PLAIN(25),
  NOISE(26),
  FIBERS(12),
  SPOTS(9),
  PATCHES(8),
  STRIPES(9),
  CHECKS(3),
  BRICKS(4),
  DOTS(4);

  private static final TextureKind[] ALL = values();

  private final int weight;

  TextureKind(int weight) {
    this.weight = weight;
  }

  static TextureKind random(SplitMix64 random) {
    int left = random.nextInt(100);
    for (TextureKind kind : ALL) {
      left -= kind.weight;
      if (left < 0) {
        return kind;
      }
    }
    throw new AssertionError("the weights sum to 100");
  }

  /**
   * A pattern for a leaf.
   *
   * @param radius of the leaf, in pixels
   * @param softness no detail is finer than about this
   */
  LeafTexture texture(double radius, double softness, SplitMix64 random) {
    double finest = 1.5 * softness;
    long seed = random.nextLong();
    // Wavelengths from 2.5 to 25 pixels, each octave equally likely.
    double wavelength = softness * 2.5 * StrictMath.pow(10, random.nextDouble());
    return switch (this) {
      case PLAIN -> LeafTexture.plain();
      case NOISE -> noise(radius, finest, random, seed);
      case FIBERS -> {
        LeafTexture fibers =
            new PowerLawNoise(
                wavelength, finest, random.uniform(1, 2), random.uniform(3, 12), seed);
        yield random.nextInt(2) == 0 ? fibers : fibers.bent(20, random.uniform(0, 8), ~seed);
      }
      case SPOTS ->
          noise(radius, finest, random, seed)
              .hardened(random.uniform(1.5, 6), random.uniform(-0.4, 0.4));
      case PATCHES ->
          noise(radius, finest, random, seed)
              .where(new PowerLawNoise(Math.max(8, radius), 4, 1.8, 1, ~seed));
      case STRIPES -> placed(LeafTexture.stripes(wavelength, random.nextDouble()), radius, random);
      case CHECKS ->
          placed(LeafTexture.checks(1.5 * wavelength, random.nextDouble()), radius, random);
      case BRICKS -> {
        double height = Math.max(3, wavelength);
        double width = height * random.uniform(1, 3);
        yield placed(
                LeafTexture.bricks(width, height, random.uniform(0.3, 1) * softness),
                radius,
                random)
            .plus(noise(radius, finest, random, seed), 0.4);
      }
      case DOTS -> {
        double spacing = Math.max(3, wavelength);
        yield placed(
            LeafTexture.dots(spacing, spacing * random.uniform(0.15, 0.4)), radius, random);
      }
    };
  }

  private static LeafTexture noise(double radius, double finest, SplitMix64 random, long seed) {
    // From grains of two pixels to clouds of the leaf's size.
    double coarsest = Math.max(4, Math.min(2 * radius, 64));
    double grain = 2 * finest * StrictMath.pow(coarsest / 2, random.nextDouble());
    return new PowerLawNoise(grain, finest, random.uniform(1, 2.2), 1, seed);
  }

  /** A regular pattern as a surface shows it: aslant, bent, or neither. */
  private static LeafTexture placed(LeafTexture regular, double radius, SplitMix64 random) {
    LeafTexture seen = regular;
    if (random.nextInt(2) == 0) {
      seen = seen.aslant(radius, random.uniform(-0.4, 0.4));
    }
    if (random.nextInt(3) == 0) {
      seen = seen.bent(Math.max(12, radius), random.uniform(1, 8), random.nextLong());
    }
    return seen;
  }
}
