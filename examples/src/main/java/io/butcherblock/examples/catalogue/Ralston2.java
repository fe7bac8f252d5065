package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Ralston's second-order method: Ralston, Math. Comp. 16 (1962), the least error bound of order 2.
 */
@ButcherTableau(
    order = 2,
    value =
        """
          0  |
         2/3 | 2/3
        -----+----------
             | 1/4  3/4
        """)
public interface Ralston2 {}
