package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;

/**
 * The optimal strong-stability-preserving method of three stages, SSP(3,3): Shu and Osher, J.
 * Comput. Phys. 77 (1988).
 */
@ButcherTableau(
    order = 3,
    value =
        """
              0  |
              1  |  1
             1/2 | 1/4  1/4
        ---------+---------------
           1/6 * |  1    1    4
        """)
public interface SspRk3 {}
