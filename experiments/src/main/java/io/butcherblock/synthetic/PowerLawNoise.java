package io.butcherblock.synthetic;

/**
 * Noise whose amplitude spectrum falls as a power of the frequency, f^-slope, between two sizes of
 * grain: octaves of value noise, each turned against the one before.
 */
final class PowerLawNoise implements LeafTexture {

  private static final double COS = 0.8;
  private static final double SIN = 0.6;

  private final double grain;
  private final double stretch;
  private final double[] strengths;
  private final long seed;

  /**
   * A noise of standard deviation near 0.4.
   *
   * @param grain the size of its coarsest grain in pixels
   * @param finest no grain is finer
   * @param slope of the spectrum: 1 has equal strength in every octave, 2 halves it
   * @param stretch how many times longer than wide its grains are
   */
  PowerLawNoise(double grain, double finest, double slope, double stretch, long seed) {
    this.grain = grain;
    this.stretch = stretch;
    this.seed = seed;
    int octaves = 1;
    for (double size = grain / 2; size >= finest && octaves < 6; size /= 2) {
      octaves++;
    }
    strengths = new double[octaves];
    double weaker = StrictMath.pow(2, 1 - slope);
    double strength = 1;
    double power = 0;
    for (int i = 0; i < octaves; i++) {
      strengths[i] = strength;
      power += strength * strength;
      strength *= weaker;
    }
    for (int i = 0; i < octaves; i++) {
      strengths[i] *= 1.1 / Math.sqrt(power);
    }
  }

  @Override
  public double at(double u, double v) {
    double x = u / grain;
    double y = v / (grain * stretch);
    double sum = 0;
    for (int i = 0; i < strengths.length; i++) {
      sum += strengths[i] * ValueNoise.at(x, y, seed + i);
      if (stretch == 1) {
        double turned = 2 * (COS * x - SIN * y);
        y = 2 * (SIN * x + COS * y);
        x = turned;
      } else {
        x *= 2;
        y *= 2;
      }
    }
    return sum;
  }
}
