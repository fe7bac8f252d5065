package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** Nyström's third-order method: Nyström, Acta Soc. Sci. Fennicae 50 (1925). */
@ButcherTableau(
    order = 3,
    value =
        """
              0  |
             2/3 | 2/3
             2/3 |  0   2/3
        ---------+---------------
           1/8 * |  2    3    3
        """)
public interface Nystroem3 {}
