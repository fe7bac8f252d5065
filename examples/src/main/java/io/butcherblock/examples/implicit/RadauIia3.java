package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The Radau IIA method of 2 stages by two iterations: Hairer, Wanner, Solving Ordinary Differential
 * Equations II, Table IV.5.5.
 */
@ButcherTableau(
    order = 3,
    iterations = 2,
    name = "radau-iia3",
    value =
        """
        1/3 | 5/12  -1/12
         1  | 3/4    1/4
        ----+-------------
            | 3/4    1/4
        """)
public interface RadauIia3 {}
