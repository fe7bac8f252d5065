package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** The Bogacki-Shampine pair 3(2): Appl. Math. Lett. 2 (1989), 321-325. */
@ButcherTableau(
    order = 3,
    embeddedOrder = 2,
    value =
        """
              0  |
             1/2 | 1/2
             3/4 |  0    3/4
              1  | 2/9   1/3  4/9
        ---------+---------------------
                 | 2/9   1/3  4/9   0
                 | 7/24  1/4  1/3  1/8
        """)
public interface BogackiShampine3 {}
