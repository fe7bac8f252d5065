package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Kutta's first fifth-order method (Z. Math. Phys. 46, 1901) as corrected by Nyström (Acta Soc.
 * Sci. Fennicae 50, 1925).
 */
@ButcherTableau(
    order = 5,
    value =
        """
          0  |
         1/5 |  1/5
         2/5 |   0     2/5
          1  |  9/4    -5    15/4
         3/5 | -63/100 9/5  -13/20  2/25
         4/5 | -6/25   4/5   2/15   8/75   0
        -----+---------------------------------------
             | 17/144   0   25/36   1/72 -25/72 25/48
        """)
public interface Kutta5Corrected {}
