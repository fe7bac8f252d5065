package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The classical Runge-Kutta method: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, Table II.1.2.
 */
@ButcherTableau(
    order = 4,
    value =
        """
              0  |
             1/2 | 1/2
             1/2 |  0   1/2
              1  |  0    0    1
        ---------+--------------------
           1/6 * |  1    2    2    1
        """)
public interface ClassicRk4 {}
