package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Kutta's 3/8 rule: Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, Table
 * II.1.2.
 */
@ButcherTableau(
    order = 4,
    value =
        """
              0  |
             1/3 |  1/3
             2/3 | -1/3   1
              1  |   1   -1    1
        ---------+---------------------
           1/8 * |   1    3    3    1
        """)
public interface ThreeEighths {}
