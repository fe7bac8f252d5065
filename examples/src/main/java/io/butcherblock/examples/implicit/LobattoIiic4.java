package io.butcherblock.examples.implicit;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The Lobatto IIIC method of 3 stages by three iterations: Hairer, Wanner, Solving Ordinary
 * Differential Equations II, Table IV.5.11. Its first iteration gives stages of which one is f(y)
 * again, and is computed once.
 */
@ButcherTableau(
    order = 4,
    iterations = 3,
    name = "lobatto-iiic4",
    value =
        """
         0  | 1/6  -1/3   1/6
        1/2 | 1/6  5/12  -1/12
         1  | 1/6   2/3   1/6
        ----+------------------
            | 1/6   2/3   1/6
        """)
public interface LobattoIiic4 {}
