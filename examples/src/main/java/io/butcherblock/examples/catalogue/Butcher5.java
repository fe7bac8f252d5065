package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** Butcher's fifth-order method of six stages: Butcher, J. Austral. Math. Soc. 4 (1964). */
@ButcherTableau(
    order = 5,
    value =
        """
               0  |
              1/4 |  1/4
              1/4 |  1/8    1/8
              1/2 |   0      0      1/2
              3/4 | 3/16   -3/8     3/8   9/16
               1  | -3/7    8/7     6/7  -12/7   8/7
        ----------+------------------------------------------
           1/90 * |   7      0      32     12    32     7
        """)
public interface Butcher5 {}
