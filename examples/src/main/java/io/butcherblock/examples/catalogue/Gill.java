package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** Gill's fourth-order method: Gill, Proc. Camb. Phil. Soc. 47 (1951). */
@ButcherTableau(
    order = 4,
    value =
        """
          0  |
         1/2 |      1/2
         1/2 | (sqrt(2)-1)/2  (2-sqrt(2))/2
          1  |       0         -sqrt(2)/2    (2+sqrt(2))/2
        -----+---------------------------------------------------
             |      1/6       (2-sqrt(2))/6  (2+sqrt(2))/6  1/6
        """)
public interface Gill {}
