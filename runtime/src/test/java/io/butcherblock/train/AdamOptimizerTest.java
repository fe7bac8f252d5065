package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.Tensors;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  /**
   * Pascanu, Mikolov and Bengio, Algorithm 1: by the norm over all parameters, 5 in the first step,
   * below 2 in the second. (Adam's first step alone does not depend on the size of the gradient.)
   */
  @Test
  void gradientsAreScaledDownToTheLargestNorm() {
    AdamSettings settings = new AdamSettings(0.01, 0.8, 0.95, 1e-6).withLargestGradientNorm(2);
    double[][] given = {{3, -4}, {0.6, 0.8}, {-30, 40}};
    double[][] clipped = {{1.2, -1.6}, {0.6, 0.8}, {-1.2, 1.6}};
    double[] expected = {1, 1};
    double[] m = new double[2];
    double[] v = new double[2];
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters()) {
      Tensor first = parameters.scope("").add("a", torch.ones(1));
      Tensor second = parameters.scope("").add("b", torch.ones(1));
      try (AdamOptimizer adam = new AdamOptimizer(parameters, settings)) {
        for (int t = 1; t <= given.length; t++) {
          for (int i = 0; i < 2; i++) {
            double g = clipped[t - 1][i];
            m[i] = 0.8 * m[i] + 0.2 * g;
            v[i] = 0.95 * v[i] + 0.05 * g * g;
            double mHat = m[i] / (1 - Math.pow(0.8, t));
            double vHat = v[i] / (1 - Math.pow(0.95, t));
            expected[i] -= 0.01 * mHat / (Math.sqrt(vHat) + 1e-6);
          }
          adam.step(
              new TensorVector(
                  Tensors.of(new float[] {(float) given[t - 1][0]}, 1),
                  Tensors.of(new float[] {(float) given[t - 1][1]}, 1)),
              0.01);
          assertEquals(expected[0], Tensors.toArray(first)[0], 1e-6);
          assertEquals(expected[1], Tensors.toArray(second)[0], 1e-6);
        }
      }
    }
  }

  /** As convolutions give gradients channels last, or not, whatever their weight is. */
  @Test
  void aGradientMayLieInMemoryOtherwiseThanItsParameter() {
    float[] values = {1, -2, 3, -4, 5, -6, 7, -8};
    assertArrayEquals(
        stepped(values, torch.MemoryFormat.Contiguous),
        stepped(values, torch.MemoryFormat.ChannelsLast));
  }

  /** A parameter [1, 2, 2, 2] of zeros after two steps against a gradient. */
  private static float[] stepped(float[] gradient, torch.MemoryFormat format) {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters();
        Tensor initial = torch.zeros(1, 2, 2, 2);
        Tensor flat = Tensors.of(gradient, 1, 2, 2, 2)) {
      Tensor parameter = parameters.scope("").add("p", initial);
      try (AdamOptimizer adam = new AdamOptimizer(parameters, AdamSettings.PAPER)) {
        for (int t = 1; t <= 2; t++) {
          adam.step(new TensorVector(flat.mul(new Scalar((double) t)).contiguous(format)), 0.01);
        }
      }
      return Tensors.toArray(parameter);
    }
  }

  @Test
  void aParameterThatTheLossDoesNotDependOnStays() {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters();
        Tensor one = torch.ones(1)) {
      Tensor unused = parameters.scope("").add("unused", one);
      Tensor used = parameters.scope("").add("used", torch.ones(1));
      try (AdamOptimizer adam = new AdamOptimizer(parameters, AdamSettings.PAPER)) {
        adam.step(new TensorVector(new Tensor(), one), 0.5);
      }
      assertEquals(1, Tensors.toArray(unused)[0]);
      assertEquals(0.5, Tensors.toArray(used)[0], 1e-6);
    }
  }

  @Test
  void goesOnFromAFileAsIfItHadNeverStopped(@TempDir Path folder) {
    Path file = folder.resolve("adam.safetensors");
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters();
        Tensor one = torch.ones(1)) {
      Tensor parameter = parameters.scope("").add("p", one);
      AdamOptimizer whole = new AdamOptimizer(parameters, AdamSettings.PAPER);
      whole.step(new TensorVector(one), 0.1);
      whole.save(file);
      float half = Tensors.toArray(parameter)[0];
      TensorVector second = new TensorVector(one.mul(new Scalar(-3.0)));
      whole.step(second, 0.1);
      final float expected = Tensors.toArray(parameter)[0];
      whole.close();
      parameter.detach().fill_(new Scalar((double) half));
      try (AdamOptimizer resumed = new AdamOptimizer(parameters, AdamSettings.PAPER)) {
        resumed.load(file);
        resumed.step(second, 0.1);
      }
      assertEquals(expected, Tensors.toArray(parameter)[0]);
    }
  }

  @Test
  void aFileOfAnotherNetworkIsRefused(@TempDir Path folder) {
    Path file = folder.resolve("adam.safetensors");
    try (Parameters small = new Parameters();
        Parameters large = new Parameters();
        Tensor one = torch.ones(1);
        Tensor two = torch.ones(2)) {
      small.scope("").add("p", one);
      large.scope("").add("p", two);
      try (AdamOptimizer saved = new AdamOptimizer(small, AdamSettings.PAPER);
          AdamOptimizer other = new AdamOptimizer(large, AdamSettings.PAPER)) {
        saved.save(file);
        ButcherblockException e = assertThrows(ButcherblockException.class, () -> other.load(file));
        assertTrue(e.getMessage().contains("does not hold the optimizer's moments"));
      }
    }
  }

  @Test
  void momentsThatAreNoNumbersAreRefused(@TempDir Path folder) {
    Path file = folder.resolve("adam.safetensors");
    try (Parameters parameters = new Parameters();
        Tensor one = torch.ones(1)) {
      parameters.scope("").add("p", one);
      try (AdamOptimizer adam = new AdamOptimizer(parameters, AdamSettings.PAPER)) {
        adam.moments().get(1).fill_(new Scalar(Double.NaN));
        adam.save(file);
        ButcherblockException e = assertThrows(ButcherblockException.class, () -> adam.load(file));
        assertTrue(e.getMessage().contains("1 of the 1 of square.p"), e.getMessage());
      }
    }
  }
}
