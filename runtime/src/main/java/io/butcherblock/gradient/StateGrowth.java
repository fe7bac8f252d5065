package io.butcherblock.gradient;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.nn.Activations;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How far back the state of blocks can be computed. The schemes that have an inverse are symmetric
 * or nearly so: with a mode of their solution that grows by some factor they have one that shrinks
 * by it, and the latter grows backwards. Rounding of the last state by &epsilon; is then an error
 * of about &epsilon; g^2, relative to a state that has since grown by g. So a state is kept from
 * time to time where a network lets it grow, and none where it does not.
 */
final class StateGrowth {

  /** With it the error is 1e-10, far below that of single precision. */
  private static final double MOST = 1e3;

  /** With more, gradients cannot be those of the forward pass within as much. */
  private static final double MOST_DRIFT = 1e-4;

  private double smallest = Double.POSITIVE_INFINITY;

  /** Notes the state that blocks begin with, which is there later, too. */
  void beginAt(List<Tensor> state) {
    smallest = norm(state);
  }

  /**
   * Notes the state behind a block.
   *
   * @return whether it is to be kept; the blocks behind it are then counted from there
   */
  boolean isTooLargeBehind(List<Tensor> state) {
    double norm = norm(state);
    boolean isTooLarge = norm > MOST * smallest;
    smallest = isTooLarge ? norm : Math.min(smallest, norm);
    return isTooLarge;
  }

  /**
   * Compares values that were kept with the same ones computed backwards.
   *
   * @throws ButcherblockException if they differ too much
   */
  static void check(List<Tensor> kept, List<Tensor> computed) {
    for (int i = 0; i < kept.size(); i++) {
      double drift;
      try (PointerScope scope = new PointerScope()) {
        Tensor expected = kept.get(i).to(torch.ScalarType.Double);
        double norm = expected.norm().item_double();
        drift = expected.sub(computed.get(i)).norm().item_double() / norm;
      }
      // Not so where it is not a number: a run that diverges is told by its loss.
      if (drift > MOST_DRIFT) {
        throw ButcherblockException.of(
            "The states of the blocks, computed backwards, differ by %s of their norm from those of"
                + " the forward pass: the network is too unstable for it. Use %s.",
            String.format(Locale.ROOT, "%.1e", drift),
            Setting.ACTIVATIONS.of(Activations.CHECKPOINTED));
      }
    }
  }

  private static double norm(List<Tensor> state) {
    double squares = 0;
    try (PointerScope scope = new PointerScope()) {
      for (Tensor value : state) {
        double norm = value.norm().item_double();
        squares += norm * norm;
      }
    }
    return Math.sqrt(squares);
  }
}
