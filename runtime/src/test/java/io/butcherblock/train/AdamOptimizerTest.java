package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;

class AdamOptimizerTest {

  /**
   * Kingma and Ba, Algorithm 1, in double. Gradients of mixed sign and size tell the two decays
   * apart.
   */
  @Test
  void stepsAreThoseOfTheAlgorithm() {
    AdamSettings settings = new AdamSettings(0.01, 0.8, 0.95, 1e-6);
    double[] series = {1, -3, 0.5, 0.1, -2};
    double expected = 2;
    double m = 0;
    double v = 0;
    try (Parameters parameters = new Parameters();
        Tensor initial = Tensors.of(new float[] {2}, 1)) {
      Tensor parameter = parameters.scope("").add("p", initial);
      try (AdamOptimizer adam = new AdamOptimizer(parameters, settings)) {
        for (int t = 1; t <= series.length; t++) {
          double g = series[t - 1];
          m = settings.beta1() * m + (1 - settings.beta1()) * g;
          v = settings.beta2() * v + (1 - settings.beta2()) * g * g;
          double mHat = m / (1 - Math.pow(settings.beta1(), t));
          double vHat = v / (1 - Math.pow(settings.beta2(), t));
          expected -= settings.learningRate() * mHat / (Math.sqrt(vHat) + settings.epsilon());
          try (Tensor gradient = Tensors.of(new float[] {(float) g}, 1);
              TensorVector gradients = new TensorVector(gradient)) {
            adam.step(gradients, settings.learningRate());
          }
          assertEquals(expected, Tensors.toArray(parameter)[0], 1e-6);
        }
      }
    }
  }
}
