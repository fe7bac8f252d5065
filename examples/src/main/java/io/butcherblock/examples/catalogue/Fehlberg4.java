package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The fourth-order weights of Fehlberg's pair 4(5): Hairer, Nørsett, Wanner, Solving Ordinary
 * Differential Equations I, Table II.5.1.
 */
@ButcherTableau(
    order = 4,
    value =
        """
           0   |
          1/4  |    1/4
          3/8  |   3/32        9/32
         12/13 | 1932/2197  -7200/2197   7296/2197
           1   |  439/216       -8       3680/513   -845/4104
        -------+-----------------------------------------------------
               |   25/216        0       1408/2565  2197/4104  -1/5
        """)
public interface Fehlberg4 {}
