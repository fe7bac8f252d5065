package io.butcherblock.examples.families;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Kutta's solution of the order conditions of order 4 with two free abscissae (Kutta, Z. Math.
 * Phys. 46, 1901; Butcher, Numerical Methods for Ordinary Differential Equations, section 322): u =
 * 1/3, v = 2/3 is the 3/8-rule; Ralston's method of 1962 has u = 2/5, v = 7/8 - 3/16 sqrt(5).
 */
@ButcherTableau(
    name = "rk4-family",
    order = 4,
    parameters = "u in [1/4, 2/5], start 1/3; v in [9/20, 3/4], start 2/3",
    value =
        """
         0 |
         u | u
         v | v-v*(v-u)/(2*u*(1-2*u))  v*(v-u)/(2*u*(1-2*u))
         1 | 1-(1-u)*(u+v-1-(2*v-1)*(2*v-1))/(2*u*(v-u)*(6*u*v-4*(u+v)+3))-(1-2*u)*(1-u)*(1-v)/(v*(v-u)*(6*u*v-4*(u+v)+3)) (1-u)*(u+v-1-(2*v-1)*(2*v-1))/(2*u*(v-u)*(6*u*v-4*(u+v)+3)) (1-2*u)*(1-u)*(1-v)/(v*(v-u)*(6*u*v-4*(u+v)+3))
        ---+-----------------------------------------------------------------------------------
           | 1/2+(1-2*(u+v))/(12*u*v) (2*v-1)/(12*u*(v-u)*(1-u)) (1-2*u)/(12*v*(v-u)*(1-v)) 1/2+(2*(u+v)-3)/(12*(1-u)*(1-v))
        """)
public interface Kutta4 {}
