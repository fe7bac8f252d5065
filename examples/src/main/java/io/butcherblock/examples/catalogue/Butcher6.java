package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** Butcher's sixth-order method of seven stages: Butcher, J. Austral. Math. Soc. 4 (1964). */
@ButcherTableau(
    order = 6,
    value =
        """
          0  |
         1/3 |   1/3
         2/3 |    0       2/3
         1/3 |  1/12      1/3    -1/12
         5/6 |  25/48   -55/24   35/48    15/8
         1/6 |  3/20    -11/24   -1/8     1/2     1/10
          1  | -261/260  33/13   43/156  -118/39  32/195  80/39
        -----+------------------------------------------------------------
             |  13/200     0      11/40   11/40    4/25    4/25  13/200
        """)
public interface Butcher6 {}
