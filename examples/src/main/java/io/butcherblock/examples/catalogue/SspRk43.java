package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** The strong-stability-preserving method SSP(4,3): Kraaijevanger, BIT 31 (1991). */
@ButcherTableau(
    order = 3,
    value =
        """
          0  |
         1/2 | 1/2
          1  | 1/2  1/2
         1/2 | 1/6  1/6  1/6
        -----+--------------------
             | 1/6  1/6  1/6  1/2
        """)
public interface SspRk43 {}
