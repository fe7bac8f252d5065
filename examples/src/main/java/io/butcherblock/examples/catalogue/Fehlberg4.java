package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Fehlberg's pair 4(5): Hairer, Nørsett, Wanner, Solving Ordinary Differential Equations I, Table
 * II.5.1.
 */
@ButcherTableau(
    order = 4,
    embeddedOrder = 5,
    value =
        """
           0   |
          1/4  |    1/4
          3/8  |   3/32        9/32
         12/13 | 1932/2197  -7200/2197   7296/2197
           1   |  439/216       -8       3680/513    -845/4104
          1/2  |   -8/27         2      -3544/2565   1859/4104   -11/40
        -------+---------------------------------------------------------------
               |   25/216        0       1408/2565   2197/4104    -1/5     0
               |   16/135        0       6656/12825 28561/56430   -9/50   2/55
        """)
public interface Fehlberg4 {}
