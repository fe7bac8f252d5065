package io.butcherblock.examples.schemes;

import io.butcherblock.dsl.ButcherTableau;

/** Euler's method, the residual block: eqs. (4)-(6) of He et al., CVPR 2019. */
@ButcherTableau(
    order = 1,
    value =
        """
          0 |
        ----+---
            | 1
        """)
public interface Euler {}
