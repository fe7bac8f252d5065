package io.butcherblock.examples.families;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The explicit Runge-Kutta methods of three stages and order 3 whose abscissae are both 2/3
 * (Butcher, Numerical Methods for Ordinary Differential Equations, section 320, case II): w = 3/8
 * is Nystr&ouml;m's.
 */
@ButcherTableau(
    name = "rk3-double-family",
    order = 3,
    parameters = "w in [1/4, 3/4], start 3/8",
    value =
        """
         0  |
        2/3 | 2/3
        2/3 | 2/3-1/(4*w)  1/(4*w)
        ----+-----------------------
            | 1/4          3/4-w    w
        """)
public interface ThreeStageDouble {}
