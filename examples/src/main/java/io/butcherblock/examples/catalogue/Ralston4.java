package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * Ralston's fourth-order method: Ralston, Math. Comp. 16 (1962), the least error bound of order 4.
 */
@ButcherTableau(
    order = 4,
    value =
        """
                 0         |
                2/5        | 2/5
         (14-3*sqrt(5))/16 | (-2889+1428*sqrt(5))/1024  (3785-1620*sqrt(5))/1024
                 1         | (-3365+2094*sqrt(5))/6040  (-975-3046*sqrt(5))/2552  (467040+203968*sqrt(5))/240845
        -------------------+----------------------------------------------------------------------------------------------------------
                           | (263+24*sqrt(5))/1812      (125-1000*sqrt(5))/3828   (3426304+1661952*sqrt(5))/5924787  (30-4*sqrt(5))/123
        """)
public interface Ralston4 {}
