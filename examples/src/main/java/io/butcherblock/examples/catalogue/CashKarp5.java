package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/** The Cash-Karp pair 5(4): ACM Trans. Math. Softw. 16 (1990), 201-222. */
@ButcherTableau(
    order = 5,
    embeddedOrder = 4,
    value =
        """
           0  |
          1/5 |    1/5
         3/10 |   3/40       9/40
          3/5 |   3/10      -9/10      6/5
           1  |  -11/54       5/2     -70/27     35/27
          7/8 | 1631/55296  175/512  575/13824  44275/110592  253/4096
        ------+--------------------------------------------------------------
              |   37/378       0      250/621     125/594        0       512/1771
              | 2825/27648     0    18575/48384 13525/55296   277/14336    1/4
        """)
public interface CashKarp5 {}
