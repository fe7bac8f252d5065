package io.butcherblock.evaluate;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.NetworkSpec;

/**
 * The order with which the outputs of a network are expected to converge as its steps are halved,
 * where its vector fields are smooth.
 *
 * @param order at least 1
 * @param reason why it is this one
 */
public record ExpectedOrder(int order, Reason reason) {

  /** Why an order is expected. */
  public enum Reason {
    /** A block is a step of the scheme for one vector field. */
    SCHEME,
    /** Each stage has a vector field of its own: a block is a step of order 1 for their mean. */
    FIELD_PER_STAGE,
    /** Blocks start from zero history: a block is a step of Euler's method for all its layers. */
    ZERO_HISTORY,
    /** Coefficients are trained one by one: conditions of higher orders need not hold. */
    TRAINED_COEFFICIENTS
  }

  /** That of a network whose steps can be halved. */
  public static ExpectedOrder of(NetworkSpec spec) {
    if (spec.scheme().facts().blockOrder() < 1) {
      return new ExpectedOrder(1, Reason.ZERO_HISTORY);
    }
    if (spec.hasFieldPerStage()) {
      return new ExpectedOrder(1, Reason.FIELD_PER_STAGE);
    }
    boolean trained =
        spec.coefficients() == Coefficients.TRAINABLE && !spec.program().coefficients().isEmpty();
    return trained
        ? new ExpectedOrder(1, Reason.TRAINED_COEFFICIENTS)
        : new ExpectedOrder(spec.scheme().facts().blockOrder(), Reason.SCHEME);
  }
}
