package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Two ways to a loss and its gradient, compared. */
final class SameGradients {

  private SameGradients() {}

  /**
   * Compares them, parameter by parameter.
   *
   * @param relative how far they may differ, as part of the norm of each gradient and of the loss
   */
  static void check(
      SuperResolutionNetwork network, LossGradient expected, LossGradient actual, double relative) {
    double loss = expected.loss().item_double();
    assertEquals(loss, actual.loss().item_double(), relative * loss);
    List<String> names = List.copyOf(network.parameters().byName().keySet());
    int reached = 0;
    for (int i = 0; i < names.size(); i++) {
      Tensor one = expected.gradient().get(i);
      Tensor other = actual.gradient().get(i);
      assertEquals(one.defined(), other.defined(), names.get(i));
      if (one.defined()) {
        double norm = one.norm().item_double();
        double distance = one.sub(other).norm().item_double();
        // Behind a unit of attention that no image activates it is 0.
        reached += norm > 0 ? 1 : 0;
        assertTrue(distance <= relative * norm, names.get(i) + ": " + distance + " of " + norm);
      }
    }
    assertTrue(reached > 0.5 * names.size(), "gradients other than 0: " + reached);
  }
}
