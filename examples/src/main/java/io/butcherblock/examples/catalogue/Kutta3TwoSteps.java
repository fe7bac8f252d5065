package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Two steps of Kutta's third-order method in each block: Butcher, Numerical Methods for Ordinary
 * Differential Equations, section 233.
 */
@ButcherTableau(
    order = 3,
    steps = 2,
    value =
        """
           0   |
          1/2  | 1/2
           1   | -1    2
         ------+---------------
         1/6 * |  1    4    1
        """)
public interface Kutta3TwoSteps {}
