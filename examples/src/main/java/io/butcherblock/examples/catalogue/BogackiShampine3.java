package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** The third-order weights of the Bogacki-Shampine pair: Appl. Math. Lett. 2 (1989). */
@ButcherTableau(
    order = 3,
    value =
        """
              0  |
             1/2 | 1/2
             3/4 |  0   3/4
        ---------+---------------
                 | 2/9  1/3  4/9
        """)
public interface BogackiShampine3 {}
