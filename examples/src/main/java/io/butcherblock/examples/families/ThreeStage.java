package io.butcherblock.examples.families;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The explicit Runge-Kutta methods of three stages and order 3 with different abscissae u and v
 * (Butcher, Numerical Methods for Ordinary Differential Equations, section 320, case I): u = 1/2, v
 * = 3/4 is Ralston's, 1/2 and 1 Kutta's, 1/3 and 2/3 Heun's.
 */
@ButcherTableau(
    name = "rk3-family",
    order = 3,
    parameters = "u in [1/3, 3/5], start 1/2; v in [13/20, 1], start 3/4",
    value =
        """
         0 |
         u | u
         v | v-v*(v-u)/(u*(2-3*u))        v*(v-u)/(u*(2-3*u))
        ---+------------------------------------------------------------------
           | 1-(3*(u+v)-2)/(6*u*v)        (3*v-2)/(6*u*(v-u))  (2-3*u)/(6*v*(v-u))
        """)
public interface ThreeStage {}
