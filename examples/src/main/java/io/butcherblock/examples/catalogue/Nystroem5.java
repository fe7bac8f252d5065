package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** Nyström's fifth-order method of six stages: Nyström, Acta Soc. Sci. Fennicae 50 (1925). */
@ButcherTableau(
    order = 5,
    value =
        """
          0  |
         1/3 |  1/3
         2/5 | 4/25    6/25
          1  |  1/4     -3     15/4
         2/3 | 2/27    10/9   -50/81   8/81
         4/5 | 2/25   12/25    2/15    8/75   0
        -----+--------------------------------------------
             | 23/192    0    125/192   0   -27/64  125/192
        """)
public interface Nystroem5 {}
