package io.butcherblock.examples.partitioned;

import io.butcherblock.dsl.PartitionedRungeKutta;

/**
 * The symplectic method of order 2 with two stages of least error: McLachlan, Atela, The accuracy
 * of symplectic integrators, Nonlinearity 5, 1992, 541-562, Table 2.
 */
@PartitionedRungeKutta(
    order = 2,
    p =
        """
        0 | 0 0
        1/sqrt(2) | 1/sqrt(2) 0
        --+---------------
          | 1/sqrt(2) 1-1/sqrt(2)
        """,
    q =
        """
        1-1/sqrt(2) | 1-1/sqrt(2) 0
        1 | 1-1/sqrt(2) 1/sqrt(2)
        --+---------------
          | 1-1/sqrt(2) 1/sqrt(2)
        """)
public interface McLachlanAtela2 {}
