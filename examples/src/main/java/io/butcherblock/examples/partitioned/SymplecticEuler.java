package io.butcherblock.examples.partitioned;

import io.butcherblock.dsl.PartitionedRungeKutta;

/**
 * The symplectic Euler method: q first, then p with the new q. Hairer, Lubich, Wanner, Geometric
 * Numerical Integration, eq. (I.1.9). {@link HamiltonianEuler} is the same with the other sign of
 * f.
 */
@PartitionedRungeKutta(
    order = 1,
    p =
        """
        0 | 0
        --+--
          | 1
        """,
    q =
        """
        1 | 1
        --+--
          | 1
        """)
public interface SymplecticEuler {}
