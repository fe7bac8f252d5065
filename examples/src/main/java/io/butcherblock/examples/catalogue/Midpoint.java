package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The explicit midpoint method of Runge: Hairer, Nørsett, Wanner, Solving Ordinary Differential
 * Equations I, section II.1.
 */
@ButcherTableau(
    order = 2,
    value =
        """
          0  |
         1/2 | 1/2
        -----+----------
             |  0    1
        """)
public interface Midpoint {}
