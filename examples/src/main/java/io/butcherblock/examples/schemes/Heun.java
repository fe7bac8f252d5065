package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.ButcherTableau;

/** Heun's second-order method, the RK2-block: eqs. (12)-(14) of He et al., CVPR 2019. */
@ButcherTableau(
    order = 2,
    value =
        """
          0   |
          1   | 1
        ------+-------
        1/2 * | 1   1
        """)
public interface Heun {}
