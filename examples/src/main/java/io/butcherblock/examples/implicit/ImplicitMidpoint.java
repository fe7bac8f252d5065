package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The implicit midpoint rule by two iterations: Hairer, Nørsett, Wanner, Solving Ordinary
 * Differential Equations I, eq. (II.7.4). One iteration would be Runge's explicit midpoint rule.
 */
@ButcherTableau(
    order = 2,
    iterations = 2,
    value =
        """
        1/2 | 1/2
        ----+-----
            |  1
        """)
public interface ImplicitMidpoint {}
