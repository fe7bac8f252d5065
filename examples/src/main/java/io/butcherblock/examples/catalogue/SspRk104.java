package io.butcherblock.examples.catalogue;

import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.TableauForm;

/**
 * The strong-stability-preserving method SSP(10,4): D. I. Ketcheson, SIAM J. Sci. Comput. 30
 * (2008), 2113-2136.
 */
@ButcherTableau(
    order = 4,
    form = TableauForm.SHU_OSHER,
    value =
        """
        1                                    | 1/6
        0     1                              | 0    1/6
        0     0  1                           | 0    0    1/6
        0     0  0  1                        | 0    0    0    1/6
        3/5   0  0  0  2/5                   | 0    0    0    0    1/15
        0     0  0  0  0     1               | 0    0    0    0    0     1/6
        0     0  0  0  0     0  1            | 0    0    0    0    0     0    1/6
        0     0  0  0  0     0  0  1         | 0    0    0    0    0     0    0    1/6
        0     0  0  0  0     0  0  0  1      | 0    0    0    0    0     0    0    0    1/6
        1/25  0  0  0  9/25  0  0  0  0  3/5 | 0    0    0    0    3/50  0    0    0    0    1/10
        """)
public interface SspRk104 {}
