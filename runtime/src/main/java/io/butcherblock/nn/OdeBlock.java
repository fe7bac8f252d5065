package io.butcherblock.nn;

import io.butcherblock.dsl.WeightSharing;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * One block of a network: some steps of an ODE scheme. Base of the generated blocks, which read as
 * the scheme does:
 *
 * <pre>{@code
 * Tensor k1 = evaluate(1, y0);
 * Tensor y1 = plus(y0, scale1, k1);
 * }</pre>
 */
public abstract class OdeBlock {

  private final List<RightHandSide> rightHandSides;
  private final ParameterScope parameters;
  private final double stepSize;

  /**
   * Makes the vector fields of a block.
   *
   * @param evaluations how often the scheme evaluates G in one block
   */
  protected OdeBlock(BlockParts parts, int evaluations) {
    this.parameters = parts.parameters();
    this.stepSize = parts.stepSize();
    this.rightHandSides = new ArrayList<>(evaluations);
    int own = parts.sharing() == WeightSharing.SHARED ? 1 : evaluations;
    for (int stage = 1; stage <= own; stage++) {
      rightHandSides.add(
          parts
              .vectorField()
              .create(parts.parameters(), new StageContext(parts.channels(), stage, own)));
    }
    while (rightHandSides.size() < evaluations) {
      rightHandSides.add(rightHandSides.get(0));
    }
  }

  /** The vector field of a stage, from 1. */
  final RightHandSide rightHandSide(int stage) {
    return rightHandSides.get(stage - 1);
  }

  /**
   * Maps the feature maps before the block to those behind it.
   *
   * @param y0 [N, C, H, W]; still the caller's
   * @return a new tensor of the same shape
   */
  public abstract Tensor forward(Tensor y0);

  /** Registers a trained coefficient, a tensor of one element. */
  protected final Tensor coefficient(String name, double initial) {
    return parameters.constant(name, initial, 1);
  }

  /**
   * Returns h f(y): the vector field of evaluation {@code stage} (from 1) at y, times the step
   * size.
   */
  protected final Tensor evaluate(int stage, Tensor y) {
    Tensor k = rightHandSide(stage).apply(y);
    if (stepSize == 1) {
      return k;
    }
    try (Scalar h = new Scalar(stepSize);
        k) {
      return k.mul(h);
    }
  }

  /** y + k. */
  protected static Tensor plus(Tensor y, Tensor k) {
    return y.add(k);
  }

  /** y + c k, c frozen. */
  protected static Tensor plus(Tensor y, double c, Tensor k) {
    try (Scalar scalar = new Scalar(c)) {
      return y.add(k, scalar);
    }
  }

  /** y + c k, c trained. */
  protected static Tensor plus(Tensor y, Tensor c, Tensor k) {
    return y.addcmul(k, c);
  }

  /** c k, c frozen. */
  protected static Tensor times(double c, Tensor k) {
    try (Scalar scalar = new Scalar(c)) {
      return k.mul(scalar);
    }
  }

  /** c k, c trained. */
  protected static Tensor times(Tensor c, Tensor k) {
    return k.mul(c);
  }

  /** sum += k, in place; {@code sum} is a tensor of the block's own that nothing has read yet. */
  protected static void accumulate(Tensor sum, Tensor k) {
    sum.add_(k);
  }

  /** sum += c k in place, c frozen. */
  protected static void accumulate(Tensor sum, double c, Tensor k) {
    try (Scalar scalar = new Scalar(c)) {
      sum.add_(k, scalar);
    }
  }

  /** sum += c k in place, c trained. */
  protected static void accumulate(Tensor sum, Tensor c, Tensor k) {
    sum.addcmul_(k, c);
  }
}
