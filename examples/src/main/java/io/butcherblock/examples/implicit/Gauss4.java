package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The Gauss method of 2 stages by three iterations, of Hammer and Hollingsworth: Hairer, Nørsett,
 * Wanner, Solving Ordinary Differential Equations I, Table II.7.3.
 */
@ButcherTableau(
    order = 4,
    iterations = 3,
    value =
        """
        1/2-sqrt(3)/6 |     1/4         1/4-sqrt(3)/6
        1/2+sqrt(3)/6 | 1/4+sqrt(3)/6       1/4
        --------------+--------------------------------
                      |     1/2             1/2
        """)
public interface Gauss4 {}
