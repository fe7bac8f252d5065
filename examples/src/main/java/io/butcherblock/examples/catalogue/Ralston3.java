package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Ralston's third-order method: Ralston, Math. Comp. 16 (1962), the least error bound of order 3.
 */
@ButcherTableau(
    order = 3,
    value =
        """
              0  |
             1/2 | 1/2
             3/4 |  0   3/4
        ---------+---------------
           1/9 * |  2    3    4
        """)
public interface Ralston3 {}
