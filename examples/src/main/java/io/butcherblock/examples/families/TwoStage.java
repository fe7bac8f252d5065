package io.butcherblock.examples.families;

import io.butcherblock.dsl.ButcherTableau;

/**
 * All explicit Runge-Kutta methods of two stages and order 2 (Butcher, Numerical Methods for
 * Ordinary Differential Equations, section 320): a = 1/2 is the midpoint method, 2/3 Ralston's, 1
 * Heun's.
 */
@ButcherTableau(
    name = "rk2-family",
    order = 2,
    parameters = "a in [1/3, 1], start 2/3",
    value =
        """
         0 |
         a | a
        ---+--------------------
           | 1-1/(2*a)  1/(2*a)
        """)
public interface TwoStage {}
