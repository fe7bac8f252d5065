package io.butcherblock.examples.partitioned;

import io.butcherblock.dsl.PartitionedRungeKutta;

/**
 * The symplectic Euler method for p' = -f(q), q' = g(p). With {@code GGradient} for f and g its
 * blocks are those of the two-layer Hamiltonian network of Chang et al., "Reversible Architectures
 * for Arbitrarily Deep Residual Neural Networks", AAAI 2018, whose Y is q and whose Z is p.
 */
@PartitionedRungeKutta(
    order = 1,
    hamiltonian = true,
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
public interface HamiltonianEuler {}
