package io.butcherblock.nn;

import io.butcherblock.program.Value;

/**
 * A vector field that also says without tensors what it computes, so that its networks can be
 * exported, and run by a plan. Those that the compiler generates are such.
 */
public interface DescribedVectorField extends VectorFieldFactory {

  /**
   * Describes one evaluation of G as nodes of a network's graph. The keys of its parameters are
   * those that {@link #create} registers at the same stage.
   *
   * @param site where the nodes are written
   * @param y feature maps
   * @return G(y)
   */
  Value describe(GraphContext site, Value y);
}
