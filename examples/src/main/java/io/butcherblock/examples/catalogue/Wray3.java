package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The low-storage third-order method of Wray and van der Houwen: van der Houwen, Appl. Numer. Math.
 * 20 (1996).
 */
@ButcherTableau(
    order = 3,
    value =
        """
           0   |
          8/15 | 8/15
          2/3  | 1/4  5/12
        -------+----------------
               | 1/4   0   3/4
        """)
public interface Wray3 {}
