package io.butcherblock.examples.families;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The explicit Runge-Kutta methods of four stages and order 4 whose second and third abscissae are
 * both 1/2 (Butcher, Numerical Methods for Ordinary Differential Equations, section 322, case V): w
 * = 1/3 is the classical method, (2 + sqrt(2))/6 Gill's.
 */
@ButcherTableau(
    name = "rk4-double-family",
    order = 4,
    parameters = "w in [1/4, 3/5], start 1/3",
    value =
        """
         0  |
        1/2 | 1/2
        1/2 | 1/2-1/(6*w)  1/(6*w)
         1  | 0            1-3*w    3*w
        ----+---------------------------------
            | 1/6          2/3-w    w      1/6
        """)
public interface Kutta4Double {}
