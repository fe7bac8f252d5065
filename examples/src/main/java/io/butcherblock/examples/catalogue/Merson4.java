package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Merson's fourth-order method: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I,
 * Table II.4.1.
 */
@ButcherTableau(
    order = 4,
    value =
        """
          0  |
         1/3 | 1/3
         1/3 | 1/6  1/6
         1/2 | 1/8   0   3/8
          1  | 1/2   0  -3/2   2
        -----+-------------------------
             | 1/6   0    0   2/3  1/6
        """)
public interface Merson4 {}
