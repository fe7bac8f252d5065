package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.ButcherTableau;

/** Kutta's third-order method, the RK3-block: eqs. (18)-(21) of He et al., CVPR 2019. */
@ButcherTableau(
    order = 3,
    value =
        """
          0   |
         1/2  | 1/2
          1   | -1    2
        ------+---------------
        1/6 * |  1    4    1
        """)
public interface Kutta3 {}
