package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Heun's third-order method: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I,
 * Table II.1.1.
 */
@ButcherTableau(
    order = 3,
    value =
        """
          0  |
         1/3 | 1/3
         2/3 |  0   2/3
        -----+---------------
             | 1/4   0   3/4
        """)
public interface Heun3 {}
