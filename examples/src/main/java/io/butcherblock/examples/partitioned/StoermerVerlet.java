package io.butcherblock.examples.partitioned;

import io.butcherblock.dsl.PartitionedRungeKutta;

/**
 * The Störmer-Verlet method: half a step of q, a step of p, half a step of q. Hairer, Lubich,
 * Wanner, Geometric Numerical Integration, Table II.2.1.
 */
@PartitionedRungeKutta(
    order = 2,
    p =
        """
        0 | 0   0
        1 | 1/2 1/2
        --+--------
          | 1/2 1/2
        """,
    q =
        """
        1/2 | 1/2 0
        1/2 | 1/2 0
        ----+--------
            | 1/2 1/2
        """)
public interface StoermerVerlet {}
