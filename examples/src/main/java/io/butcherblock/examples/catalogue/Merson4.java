package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Merson's method, 4(3); the second row has order 5 for linear equations with constant
 * coefficients: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, Table II.4.1.
 */
@ButcherTableau(
    order = 4,
    embeddedOrder = 3,
    value =
        """
          0  |
         1/3 | 1/3
         1/3 | 1/6  1/6
         1/2 | 1/8   0   3/8
          1  | 1/2   0  -3/2   2
        -----+-------------------------
             | 1/6   0    0   2/3  1/6
             | 1/10  0  3/10  2/5  1/5
        """)
public interface Merson4 {}
