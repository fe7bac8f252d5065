package io.butcherblock.recover;

import java.util.List;

/** What a block computes of two functions, a tableau for each. */
public sealed interface TableauPair permits PartitionedTableau, AdditiveTableau {

  /** The highest order whose conditions are looked at. */
  int highestOrder();

  /**
   * The largest residual of each order from 1 on.
   *
   * @param highest the last order, at most {@link #highestOrder}
   */
  List<OrderResidual> residuals(int highest);
}
