package io.butcherblock.degrade;

import java.util.random.RandomGenerator;

/**
 * Noise as that of an image sensor: Gaussian, with a variance that has a constant part and one that
 * grows with the light, and is mild where it is dark.
 *
 * @param constant the standard deviation of the constant part, of samples 0..255
 * @param ofWhite the standard deviation of the other part where a sample is 255
 */
record SensorNoise(double constant, double ofWhite) {

  static final SensorNoise NONE = new SensorNoise(0, 0);

  /** Adds noise to samples. Two numbers are drawn for two samples, whatever their values are. */
  void add(float[] samples, RandomGenerator random) {
    if (equals(NONE)) {
      return;
    }
    for (int i = 0; i < samples.length; i += 2) {
      // Box and Muller (1958): a distance and an angle make two independent normal numbers.
      double distance = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      samples[i] += (float) (deviation(samples[i]) * distance * StrictMath.cos(angle));
      if (i + 1 < samples.length) {
        samples[i + 1] += (float) (deviation(samples[i + 1]) * distance * StrictMath.sin(angle));
      }
    }
  }

  private double deviation(double sample) {
    double light = Math.max(0, Math.min(255, sample)) / 255;
    return Math.sqrt(constant * constant + ofWhite * ofWhite * light);
  }
}
